import { META, argument, env, pack, remote, server, type Cases } from './documents.ts'

/** Characters without meaning, always the same. Whole secrets are never written down: scanners would find them. */
function drawn(length: number, alphabet: string): string {
  let state = 7
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647
    return alphabet[state % alphabet.length]
  }).join('')
}
const LETTERS = 'QwErTyUiOpAsDfGhJkLzXcVbNm1735920846'
const letters = (length: number) => drawn(length, LETTERS)
const capitals = (length: number) => drawn(length, 'QWERTYUIOPASDFGHJKLZXCVBNM234567')
const hex = (length: number) => drawn(length, '7f3a91c5e0d8b246')
const webToken = (payload: object) =>
  [{ alg: 'HS256' }, payload].map((part) => btoa(JSON.stringify(part)).replace(/=/g, '')).join('.') +
  `.${letters(43)}`

/** One of every form, by the issuer's name in the message. */
export const DRAWN_SECRETS: [kind: string, secret: string][] = [
  ['GitHub', `ghp_${letters(36)}`],
  ['GitHub', `gho_${letters(36)}`],
  ['GitHub', `ghs_${letters(36)}`],
  ['GitHub', `github_pat_${letters(22)}_${letters(59)}`],
  ['GitLab', `glpat-${letters(20)}`],
  ['npm', `npm_${letters(36)}`],
  ['PyPI', `pypi-AgEI${letters(80)}`],
  ['crates.io', `cio${letters(32)}`],
  ['NuGet', `oy2${drawn(43, 'qwertyuiopasdfghjklz1735')}`],
  ['Docker Hub', `dckr_pat_${letters(27)}`],
  ['AWS', `AKIA${capitals(16)}`],
  ['AWS', `ASIA${capitals(16)}`],
  ['Google', `AIza${letters(35)}`],
  ['Google', `GOCSPX-${letters(28)}`],
  ['Azure', `DefaultEndpointsProtocol=https;AccountKey=${letters(86)}==`],
  ['DigitalOcean', `dop_v1_${hex(64)}`],
  ['Databricks', `dapi${hex(32)}`],
  ['Supabase', `sbp_${hex(40)}`],
  ['Slack', `xoxb-${drawn(12, '735920846')}-${letters(24)}`],
  ['Slack', `https://hooks.slack.com/services/T${capitals(8)}/B${capitals(8)}/${letters(24)}`],
  ['Telegram', `${drawn(10, '735920846')}:AA${letters(33)}`],
  ['Stripe', `sk_live_${letters(24)}`],
  ['Stripe', `rk_live_${letters(24)}`],
  ['Shopify', `shpat_${hex(32)}`],
  ['SendGrid', `SG.${letters(22)}.${letters(43)}`],
  ['Anthropic', `sk-ant-api03-${letters(93)}AA`],
  ['OpenRouter', `sk-or-v1-${hex(64)}`],
  ['OpenAI', `sk-proj-${letters(48)}`],
  ['OpenAI', `sk-${letters(20)}T3BlbkFJ${letters(20)}`],
  ['model provider', `sk-${hex(32)}`],
  ['Groq', `gsk_${letters(52)}`],
  ['xAI', `xai-${letters(80)}`],
  ['Perplexity', `pplx-${letters(48)}`],
  ['Replicate', `r8_${letters(37)}`],
  ['Hugging Face', `hf_${letters(34)}`],
  ['Notion', `ntn_${drawn(11, '735920846')}${letters(35)}`],
  ['Linear', `lin_api_${letters(40)}`],
  ['Figma', `figd_${letters(40)}`],
  ['Airtable', `pat${letters(14)}.${hex(64)}`],
  ['Atlassian', `ATATT3${letters(180)}`],
  ['private key', `-----BEGIN OPENSSH PRIVATE KEY-----\n${letters(70)}\n-----END OPENSSH PRIVATE KEY-----`],
  ['JSON Web Token', webToken({ sub: 'alice', role: 'service_role' })],
]

const TOKEN = `ghp_${letters(36)}`
const header = (value: string) => ({ headers: [{ name: 'Authorization', value }] })

export const SECRETS_CASES: Cases = {
  R296: {
    breaks: [
      ...DRAWN_SECRETS.map(([, value]) => env({ value })),
      env({ default: TOKEN }),
      env({ choices: ['none', TOKEN] }),
      env({ value: '{key}', variables: { key: { default: TOKEN } } }),
      argument({ type: 'named', name: '--token', value: TOKEN }),
      argument({ type: 'positional', value: `--token=${TOKEN}` }),
      pack({ runtimeArguments: [{ type: 'named', name: '-e', value: `GITHUB_TOKEN=${TOKEN}` }] }),
      pack({ transport: { type: 'sse', url: 'https://localhost/sse', ...header(`Bearer ${TOKEN}`) } }),
      remote(header(`Bearer ${TOKEN}`)),
      remote({ url: `https://weather.example.com/mcp?key=${TOKEN}&units=metric` }),
      server({ _meta: { [META]: { build: { token: TOKEN } } } }),
    ],
    keeps: [
      `ghp_${'x'.repeat(36)}`,
      `ghp_${'*'.repeat(36)}`,
      `ghp_${'0'.repeat(36)}`,
      `ghp_${'abc'.repeat(12)}`,
      `ghp_${'your_token_here_'.repeat(3)}`,
      'ghp_<token>',
      '${GITHUB_TOKEN}',
      `AKIA${'IOSFODNN7'}EXAMPLE`,
      `my-ghp_${letters(36)}`,
      `sk_test_${letters(24)}`,
      hex(64),
      `sha256:${hex(64)}`,
      '-----BEGIN PRIVATE KEY-----\n…\n-----END PRIVATE KEY-----',
      webToken({ iss: 'supabase', role: 'anon' }),
      webToken({ sub: '1', name: 'John Doe' }),
      `https://bucket.s3.amazonaws.com/x?X-Amz-Credential=AKIA${capitals(16)}%2Fus-east-1&X-Amz-Signature=${hex(64)}`,
    ].map((value) => env({ value })),
  },
}
