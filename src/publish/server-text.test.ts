import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../tests/support/any-text.ts'
import type { ServerJson } from '../model/server-json.ts'
import { serverText } from './server-text.ts'

test('has the order of the schema, at every level, whatever the order before', () => {
  const text = serverText({
    packages: [
      {
        environmentVariables: [{ isSecret: true, description: 'Yours', name: 'TOKEN' }],
        transport: { url: 'http://localhost:1', type: 'sse' },
        identifier: 'weather',
        version: '1.0.0',
        registryType: 'npm',
        packageArguments: [],
      },
    ],
    version: '1.0.0',
    name: 'com.acme/weather',
    ...({ tags: ['unknown'] } as object),
    $schema: 'https://example.com',
    description: 'Weather',
  })
  expect(text).toMatchInlineSnapshot(`
    "{
      "$schema": "https://example.com",
      "name": "com.acme/weather",
      "description": "Weather",
      "version": "1.0.0",
      "packages": [
        {
          "registryType": "npm",
          "identifier": "weather",
          "version": "1.0.0",
          "transport": {
            "type": "sse",
            "url": "http://localhost:1"
          },
          "environmentVariables": [
            {
              "name": "TOKEN",
              "description": "Yours",
              "isSecret": true
            }
          ]
        }
      ],
      "tags": [
        "unknown"
      ]
    }
    "
  `)
})

test('loses nothing but empty lists, and is its own order', () => {
  const leaf = fc.oneof(anyText(), fc.boolean(), fc.integer())
  const key = fc.oneof(
    fc.constantFrom('name', 'packages', 'transport', '__proto__', 'constructor', '_meta'),
    fc.string(),
  )
  const { document } = fc.letrec((tie) => ({
    document: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    value: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
      tie('document'),
    ),
  }))
  fc.assert(
    fc.property(document, (any) => {
      const written = JSON.parse(JSON.stringify(any)) as Partial<ServerJson>
      const text = serverText(written)
      expect(JSON.parse(text)).toEqual(written)
      expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(Object.keys(written).sort())
      expect(serverText(JSON.parse(text) as Partial<ServerJson>)).toBe(text)
    }),
  )
})
