import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'
import { parseTimestamp } from '../../../src/model/timestamp.ts'
import { fill, toJsonSchema, type Schema } from './schema.ts'

type Content = Record<string, { schema?: Schema }>
interface Operation {
  requestBody?: { content: Content }
  responses: Record<string, { $ref?: string; content?: Content }>
}
interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; responses: Record<string, { content?: Content }> }
}

/** GitHub's own description of its REST API, to hold requests and answers against. */
export class GitHubContract {
  readonly #document: Document
  readonly #ajv = new Ajv({ strict: false, allErrors: true })
  readonly #validators = new Map<Schema, ValidateFunction>()

  constructor() {
    const file = createRequire(import.meta.url).resolve('@octokit/openapi')
    const path = file.replace(/index\.js$/, 'generated/api.github.com.json')
    this.#document = JSON.parse(readFileSync(path, 'utf8')) as Document
    this.#ajv.addFormat('date-time', (text) => parseTimestamp(text) !== undefined)
    this.#ajv.addFormat('uri', (text) => URL.canParse(text))
    for (const format of ['int64', 'email', 'timestamp', 'ssh', 'repo.nwo']) this.#ajv.addFormat(format, true)
  }

  /**
   * An answer with everything that GitHub would send: what the stand-in does not care about is made up from the document.
   *
   * @param operation `GET /repos/{owner}/{repo}`
   */
  complete(operation: string, status: number, body: unknown): unknown {
    const schema = this.#responseSchema(operation, status)
    return schema ? fill(schema, body, this.#document.components.schemas) : body
  }

  /** Everything about an answer that GitHub's description does not allow. */
  answerFaults(operation: string, status: number, body: unknown): string[] {
    const { responses } = this.#operation(operation)
    if (!responses[status]) return [`${operation}: GitHub has no answer ${status}`]
    const schema = this.#responseSchema(operation, status)
    if (!schema) return body === undefined ? [] : [`${operation}: ${status} has no body`]
    return this.#faults(schema, body).map((fault) => `${operation} ${status}: ${fault}`)
  }

  requestFaults(operation: string, body: unknown): string[] {
    const schema = this.#operation(operation).requestBody?.content['application/json']?.schema
    if (!schema || body === undefined) return []
    return this.#faults(schema, body).map((fault) => `${operation} request: ${fault}`)
  }

  #responseSchema(operation: string, status: number): Schema | undefined {
    const response = this.#operation(operation).responses[status]
    const name = response?.$ref?.split('/').at(-1)
    const { content } = (name ? this.#document.components.responses[name] : response) ?? {}
    return content?.['application/json']?.schema
  }

  #operation(operation: string): Operation {
    const [method = '', path = ''] = operation.split(' ')
    const found = this.#document.paths[path]?.[method.toLowerCase()]
    if (!found) throw new Error(`GitHub has no ${operation}`)
    return found
  }

  #faults(schema: Schema, value: unknown): string[] {
    let validate = this.#validators.get(schema)
    if (!validate) {
      validate = this.#ajv.compile(toJsonSchema(schema, this.#document.components.schemas))
      this.#validators.set(schema, validate)
    }
    if (validate(value)) return []
    return validate.errors!.map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    )
  }
}
