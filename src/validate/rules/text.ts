import type { Rule } from '../rule.ts'

export const TOO_LARGE: Rule = {
  code: 'R200',
  title: 'The file is too large',
  why: 'Clients download lists of a hundred entries at once. Real files are below 64 KiB.',
  fix: 'Move long texts to your own website and link to it.',
  example: '{"name": "com.example/weather", "_meta": {"…": "300 KiB of text"}}',
}

export const NOT_UTF8: Rule = {
  code: 'R201',
  title: 'The file is not UTF-8',
  why: 'JSON that is exchanged between systems is UTF-8. In any other encoding names and descriptions turn to rubbish.',
  fix: 'Save the file as UTF-8.',
  example: '{"description": "Caf\\xe9"}',
}

export const BYTE_ORDER_MARK: Rule = {
  code: 'R202',
  title: 'The file begins with a byte order mark',
  why: 'Many JSON parsers refuse a document that starts with U+FEFF.',
  fix: 'Save the file as UTF-8 without BOM.',
  example: '\\ufeff{"name": "com.example/weather"}',
}

export const NOT_JSON: Rule = {
  code: 'R203',
  title: 'The file is not JSON',
  why: 'Comments, trailing commas and unquoted keys belong to dialects of JSON that clients do not read.',
  fix: 'Correct the syntax at this place.',
  example: '{"name": "com.example/weather",}',
}

export const DUPLICATE_KEY: Rule = {
  code: 'R204',
  title: 'A key stands twice in one object',
  why: 'Parsers disagree on which of the two counts, so a reviewer and a client could see different documents.',
  fix: 'Keep one of them.',
  example: '{"version": "1.0.0", "version": "2.0.0"}',
}

export const TOO_DEEP: Rule = {
  code: 'R205',
  title: 'The document is nested too deeply',
  why: 'Deep nesting serves to exhaust parsers. No real file is deeper than twelve levels.',
  fix: 'Flatten the document to at most 32 levels.',
  example: '{"_meta": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}',
}

export const LONE_SURROGATE: Rule = {
  code: 'R206',
  title: 'A \\u escape is half a character',
  why: 'An unpaired surrogate cannot be written as UTF-8, so the text changes on its way through a client.',
  fix: 'Write the character itself, or both halves of the pair.',
  example: '{"title": "Weather \\ud83c"}',
}

export const PROTOTYPE_KEY: Rule = {
  code: 'R207',
  title: 'A key is named __proto__',
  why: 'Careless programs that copy such a key change the behaviour of all their objects.',
  fix: 'Rename the key.',
  example: '{"_meta": {"__proto__": {}}}',
}

export const TEXT_RULES = [
  TOO_LARGE,
  NOT_UTF8,
  BYTE_ORDER_MARK,
  NOT_JSON,
  DUPLICATE_KEY,
  TOO_DEEP,
  LONE_SURROGATE,
  PROTOTYPE_KEY,
]
