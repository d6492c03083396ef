import type { Rule } from '../rule.ts'

export const WRONG_TYPE: Rule = {
  code: 'R210',
  title: 'A value has the wrong type',
  why: 'Clients with typed parsers drop the whole list when one value has an unexpected type.',
  fix: 'Write a value of the type that is named here.',
  example: '{"environmentVariables": [{"name": "PORT", "default": 8080}]}',
}

export const MISSING: Rule = {
  code: 'R211',
  title: 'A required property is missing',
  why: 'Without it a client can neither list nor install the server.',
  fix: 'Add the property.',
  example: '{"name": "com.example/weather", "description": "Weather reports"}',
}

export const UNKNOWN_KEY: Rule = {
  code: 'R212',
  title: 'A key is not part of server.json',
  why: 'A misspelt key would be dropped without a word, and the server would be listed without what it says.',
  fix: 'Correct the spelling, remove it, or move your own data under `_meta["io.modelcontextprotocol.registry/publisher-provided"]`.',
  example: '{"name": "com.example/weather", "tags": ["weather"]}',
  mirrored: 'warning',
}

export const NULL_VALUE: Rule = {
  code: 'R213',
  title: 'A value is null',
  why: 'The JSON Schema allows null nowhere, and several clients drop the whole list on one.',
  fix: 'Remove the property.',
  example: '{"title": null}',
  deviation: 'null-values',
}

export const NOT_IN_LIST: Rule = {
  code: 'R215',
  title: 'A value is not one of those that are defined',
  why: 'Clients decode these fields into closed lists and fail on any other value.',
  fix: 'Use one of the values that are named here, letter for letter.',
  example: '{"icons": [{"src": "https://example.com/icon.gif", "mimeType": "image/gif"}]}',
}

export const EMPTY_TEXT: Rule = {
  code: 'R216',
  title: 'A text is empty',
  why: 'An empty value looks like an answer and is none.',
  fix: 'Fill it in, or remove the property if it is optional.',
  example: '{"packages": [{"registryType": "npm", "identifier": ""}]}',
}

export const BAD_HASH: Rule = {
  code: 'R219',
  title: 'fileSha256 is not a SHA-256 hash',
  why: 'Clients compare it with the hash of the downloaded file, as text.',
  fix: 'Write 64 lower-case hexadecimal digits, as `sha256sum` prints them.',
  example: '{"fileSha256": "FE333E59"}',
}

export const UNKNOWN_META: Rule = {
  code: 'R218',
  title: 'A key of _meta belongs to somebody else',
  why: 'Of a publisher only `io.modelcontextprotocol.registry/publisher-provided` is kept; other keys are for registries.',
  fix: 'Move the data under `io.modelcontextprotocol.registry/publisher-provided`.',
  example: '{"_meta": {"com.example/build": {"commit": "abc123"}}}',
  mirrored: 'off',
}

export const AGAINST_SCHEMA: Rule = {
  code: 'R229',
  title: 'The document does not fit the JSON Schema that it names',
  why: 'Editors and other registries check documents with the published schema.',
  fix: 'Correct the value as the schema asks.',
  example: '{"$schema": "…/2025-09-29/server.schema.json", "packages": [{"note": "closed in this schema"}]}',
  mirrored: 'off',
}

export const STRUCTURE_RULES = [
  WRONG_TYPE,
  MISSING,
  UNKNOWN_KEY,
  NULL_VALUE,
  NOT_IN_LIST,
  EMPTY_TEXT,
  UNKNOWN_META,
  BAD_HASH,
  AGAINST_SCHEMA,
]
