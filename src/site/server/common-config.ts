import { jsonText } from '../install/notation/json-text.ts'
import { shortName } from '../install/short-name.ts'

/** An entry as the text that most clients take, under the name that all of them give the server. */
export function commonConfig(entry: object, name: string): string {
  return jsonText({ mcpServers: { [shortName(name)]: entry } })
}
