import { createRequire } from 'node:module'
import type * as ValidatorModule from 'openapi-response-validator'
import { parse } from 'yaml'
import { parseTimestamp } from '../../src/model/timestamp.ts'

// The package is CommonJS with a `default` of its own, which Node and Vitest import differently.
const { default: ResponseValidator } = createRequire(import.meta.url)('openapi-response-validator') as {
  default: typeof ValidatorModule.default
}

type Schema = Record<string, unknown>
type Media = { schema?: Schema }
type Header = { required?: boolean; schema: Schema }

export interface ResponseObject {
  content?: Record<string, Media>
  headers?: Record<string, Header>
}

export interface Operation {
  method: string
  /** The path template. */
  path: string
  responses: Record<string, ResponseObject>
}

/** An answer to compare with the document. */
export interface Answer {
  method: string
  path: string
  status: number
  headers: Headers
  body: string
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

const customFormats = {
  'date-time': (text: string) => parseTimestamp(text) !== undefined,
  uri: (text: string) => URL.canParse(text),
  'uri-reference': (text: string) => URL.canParse(text, 'https://registry.example/'),
}

/** An OpenAPI document, to hold answers against. */
export class OpenApiContract {
  readonly document: Record<string, unknown>
  readonly operations: readonly Operation[]
  readonly #matchers: { pattern: RegExp; path: string }[]
  readonly #validators = new Map<string, InstanceType<typeof ResponseValidator>>()

  constructor(yaml: string) {
    this.document = parse(yaml) as Record<string, unknown>
    const paths = Object.entries(this.document.paths as Record<string, unknown>)
    this.operations = paths.flatMap(([path, item]) => this.#operationsOf(path, item))
    this.#matchers = paths.map(([path]) => ({ path, pattern: patternOf(path) }))
  }

  /**
   * Everything about an answer that the document does not allow.
   *
   * @param path the path that the document has for it, where the answer's own is an alias
   */
  faultsOf(answer: Answer, path: string = answer.path): string[] {
    const operation = this.operationFor(answer.method, path)
    if (!operation) return [`${answer.method} ${path} is not in the document`]
    const response = operation.responses[answer.status]
    if (!response) return [`${answer.status} is not declared for ${answer.method} ${operation.path}`]
    return [...this.#headerFaults(response, answer), ...this.#bodyFaults(operation, response, answer)]
  }

  /** What the document says about a request; a `HEAD` is answered as the `GET`. */
  operationFor(method: string, path: string): Operation | undefined {
    const asked = method === 'HEAD' ? 'GET' : method
    const template = this.#matchers.find(({ pattern }) => pattern.test(path.split('?')[0]!))?.path
    return this.operations.find((operation) => operation.path === template && operation.method === asked)
  }

  /** What a schema of the document says against a value. */
  schemaFaults(name: string, value: unknown): string[] {
    return this.#judge(`schema ${name}`, { $ref: `#/components/schemas/${name}` }, value)
  }

  #operationsOf(path: string, item: unknown): Operation[] {
    const entries = Object.entries(this.#resolve(item) as Record<string, { responses: object }>)
    return entries
      .filter(([method]) => METHODS.includes(method))
      .map(([method, { responses }]) => ({
        method: method.toUpperCase(),
        path,
        responses: Object.fromEntries(
          Object.entries(responses).map(([status, response]) => [status, this.#responseOf(response)]),
        ),
      }))
  }

  #responseOf(response: unknown): ResponseObject {
    const resolved = this.#resolve(response) as ResponseObject
    const headers = Object.entries(resolved.headers ?? {}).map(([name, header]) => [
      name,
      this.#resolve(header),
    ])
    return { ...resolved, headers: Object.fromEntries(headers) as Record<string, Header> }
  }

  #resolve(value: unknown): unknown {
    const pointer = (value as { $ref?: string }).$ref
    if (!pointer) return value
    const steps = pointer.slice(2).split('/')
    return steps.reduce((object: unknown, step) => (object as Record<string, unknown>)[step], this.document)
  }

  #headerFaults({ headers = {} }: ResponseObject, answer: Answer): string[] {
    return Object.entries(headers).flatMap(([name, { required, schema }]) => {
      const value = answer.headers.get(name)
      if (value === null) return required ? [`the header ${name} is missing`] : []
      const faults = this.#judge(`header ${JSON.stringify(schema)}`, schema, value)
      return faults.map((fault) => `the header ${name}: ${fault}`)
    })
  }

  #bodyFaults({ path }: Operation, { content }: ResponseObject, answer: Answer): string[] {
    const { method, status, body } = answer
    const type = answer.headers.get('content-type')
    if (!content) return body || type ? [`${status} has no content, but came with ${type}: ${body}`] : []
    const media = type === null ? undefined : content[type]
    if (!media) return [`${type} is not declared for ${status} of ${method} ${path}`]
    if (method === 'HEAD') return body === '' ? [] : ['the answer to a HEAD has a body']
    const value: unknown = JSON.parse(body)
    return this.#judge(`${method} ${path} ${status} ${type}`, media.schema!, value)
  }

  #judge(key: string, schema: Schema, value: unknown): string[] {
    let validator = this.#validators.get(key)
    if (!validator) {
      const { components } = this.document
      const responses = { 200: { description: '', content: { any: { schema } } } }
      validator = new ResponseValidator({
        responses,
        components,
        customFormats,
      } as unknown as ConstructorParameters<typeof ResponseValidator>[0])
      this.#validators.set(key, validator)
    }
    const faults = validator.validateResponse(200, value)
    return (faults?.errors ?? []).map(({ path, message }: { path?: string; message: string }) =>
      `${path ?? ''} ${message}`.trim(),
    )
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`)
}
