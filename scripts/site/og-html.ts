import { readFileSync } from 'node:fs'
import { KIND_LABELS, KIND_SENTENCES, type Kind } from '../../src/site/kinds.ts'
import { PICTURED_KINDS } from '../../src/site/og-image.ts'
import { sigil } from '../../src/site/sigil.ts'

const TOKENS = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8')

const STYLE = `
* { box-sizing: border-box; margin: 0 }
body {
  display: grid; grid: auto 1fr auto / 1fr auto; align-items: center; block-size: 100vh; padding: 48px 72px;
  background: var(--bg); color: var(--muted); font: 36px / 1.2 var(--mono);
}
p { grid-column: 1 / -1; padding-block-end: 24px; border-block-end: 2px solid var(--line) }
p:last-child { padding-block: 24px 0; border-block-end: 0; border-block-start: 2px solid var(--line) }
h1 { color: var(--hue, var(--ink)); font-size: 190px; font-weight: 600; line-height: 0.9; letter-spacing: -0.06em }
.all h1 { font-size: 150px; line-height: 1 }
div { display: grid; grid-template-columns: auto auto auto; gap: 16px }
svg { inline-size: 320px; block-size: 320px; border-radius: 12px; background: var(--sunken); fill: var(--hue) }
div svg { inline-size: 96px; block-size: 96px; border-radius: 4px }
span { color: var(--hue) }
.all p:last-child { display: flex; justify-content: space-between }
${PICTURED_KINDS.map((kind) => `.${kind} { --hue: var(--${kind}) }`).join('\n')}`

/**
 * The page that a preview picture is taken of. It names no registry, since all registries share the pictures.
 *
 * @param font the address of the face for names and code
 * @param kind what the picture is for; without it, for any page
 */
export function ogHtml(font: string, kind?: Kind): string {
  const style = TOKENS.replace('@mono.woff2', font) + STYLE
  return `<!doctype html><html data-theme="light"><style>${style}</style>${kind ? ofKind(kind) : ofAll()}`
}

// The sigils are those of one publisher, so that they look related; on the picture for all pages, those of nine.
function ofKind(kind: Kind): string {
  return `<body class="${kind}"><p>MCP server</p><h1>${KIND_LABELS[kind]}</h1>${sigil(`mcp/${kind}`, kind)}
    <p>${KIND_SENTENCES[kind]}</p>`
}

function ofAll(): string {
  const sigils = Array.from({ length: 9 }, (_, index) =>
    sigil(`mcp-${index}/server`, PICTURED_KINDS[index % PICTURED_KINDS.length]!),
  )
  const labels = PICTURED_KINDS.map((kind) => `<span class="${kind}">${KIND_LABELS[kind]}</span>`)
  return `<body class="all"><p>A registry of</p><h1>MCP<br>servers</h1><div>${sigils.join('')}</div>
    <p>${labels.join('')}</p>`
}
