import { beforeAll, expect, test } from 'vitest'
import { shareRegistry, type OpenRegistry } from '../shared-registry.ts'
import { badgeMarkup } from './badge-markup.ts'

beforeAll(() => shareRegistry({ config: { url: 'https://registry.example/' } } as OpenRegistry))

test('a badge can be copied into three notations', () => {
  expect(badgeMarkup('io.github.acme/weather').map(({ label, text }) => [label, text])).toEqual([
    [
      'Markdown',
      '[![io.github.acme/weather in the MCP registry](https://registry.example/badge/io.github.acme/weather.svg)](https://registry.example/servers/io.github.acme/weather/)',
    ],
    [
      'HTML',
      '<a href="https://registry.example/servers/io.github.acme/weather/"><img src="https://registry.example/badge/io.github.acme/weather.svg" alt="io.github.acme/weather in the MCP registry" height="20"></a>',
    ],
    [
      'reStructuredText',
      '.. image:: https://registry.example/badge/io.github.acme/weather.svg\n   :alt: io.github.acme/weather in the MCP registry\n   :target: https://registry.example/servers/io.github.acme/weather/',
    ],
  ])
})
