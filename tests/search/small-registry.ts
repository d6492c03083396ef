import type { CatalogServer } from '../../src/catalog/catalog.ts'
import { compareBytes } from '../../src/model/byte-order.ts'
import type { Status } from '../../src/model/status.ts'

/** Name, description, and what else matters to the search. */
type Sketch = [name: string, description: string, more?: { title?: string; status?: Status; owner?: true }]

const SKETCHES: Sketch[] = [
  ['com.github/github-mcp-server', 'Repositories, issues and pull requests.', { title: 'GitHub' }],
  ['io.github.acme/github', 'Works with GitHub.'],
  ['io.github.acme/github-actions', 'Starts and watches GitHub Actions.'],
  ['io.github.acme/notes', 'Keeps notes in a GitHub repository.'],
  ['io.github.crystal/postgres-mcp', 'Inspects schemas and explains plans of PostgreSQL.'],
  ['io.github.old/postgres', 'Queries Postgres.', { status: 'deprecated' }],
  ['io.github.proven/postgres', 'Queries Postgres.', { owner: true }],
  ['io.github.tuner/pgtuner', 'Tunes PostgreSQL databases.'],
  ['com.stripe/mcp', 'Payments, customers and products.'],
  ['io.github.shop/checkout', 'Sells things with Stripe.'],
  ['io.github.duck/duck-duck-go', 'Searches the web.'],
  ['io.github.maps/google-maps', 'Geocodes addresses and finds routes.'],
  ['io.github.sky/openWeatherMap', 'Weather for any place.'],
  ['io.github.sky/forecast', 'Weather forecasts of the next days.'],
  ['io.github.cluster/kubernetes', 'Lists pods and reads logs.'],
  ['io.github.tw/taiwan-weather', '用於取得臺灣中央氣象署資料'],
  ['io.github.kr/library', '내 주변 도서관 대출 확인'],
  ['io.github.langs/roslyn', 'Analyses code written in C# and F#.'],
  ['com.removed/weather', 'Not to be found.', { status: 'deleted' }],
  ...Array.from({ length: 40 }, (_, index): Sketch => [
    `io.github.bulk/tide-${index}`,
    'Tides and weather of a harbour.',
  ]),
]

/** A registry in which each rule of the search has something to decide. */
export function smallRegistry(): CatalogServer[] {
  return SKETCHES.toSorted(([a], [b]) => compareBytes(a, b)).map(([name, description, more = {}]) => {
    const { title, status = 'active', owner } = more
    const latest: CatalogServer['latest'] = {
      name,
      version: '1.0.0',
      server: { $schema: '', name, description, version: '1.0.0', ...(title && { title }) },
      official: { status, statusChangedAt: 0, publishedAt: 0, updatedAt: 0, isLatest: true },
      provenance: {},
    }
    return {
      name,
      entries: [latest],
      latest,
      ...(owner && { owner: { login: 'proven', proof: 'author', since: '2026-01-01' } }),
    }
  })
}
