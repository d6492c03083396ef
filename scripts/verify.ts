import { resolve } from 'node:path'
import { parseArgs, styleText } from 'node:util'
import { readConfig } from '../src/catalog/config.ts'
import { gitHubFacts } from '../src/github/facts.ts'
import { connectToGitHub } from '../src/github/octokit.ts'
import { RegistryError } from '../src/model/registry-error.ts'
import type { GitHubFacts } from '../src/verify/github-facts.ts'
import { publicWeb } from '../src/verify/net/public-web.ts'
import { systemDns } from '../src/verify/net/system-dns.ts'
import type { Publisher } from '../src/verify/publisher.ts'
import { toComment } from '../src/verify/render/comment.ts'
import { toJson } from '../src/verify/render/json.ts'
import { toText } from '../src/verify/render/text.ts'
import type { Decision, Verdict } from '../src/verify/verdict.ts'
import { verify } from '../src/verify/verify.ts'
import { registryRoot } from './folders.ts'
import { run } from './run.ts'

const HELP = `Judges a pull request as the registry would: the same rules, the same words.

Usage: npm run verify -- --base REF --head REF --as LOGIN[:ID] [options]

  --base REF              the main branch of the registry, such as origin/main
  --head REF              the commit or branch that is to be merged into it
  --as LOGIN[:ID]         who opens the pull request, with the numeric account id where you know it
  --repo DIR              the clone that has both (default: REGISTRY_ROOT, else this repository)
  --head-repo OWNER[:ID]  whose fork the branch is in (default: the account of --as)
  --offline               ask nobody: rules that need the network are skipped, and you are who you say you are
  --format FORMAT         text for people (default), json for programs, markdown as in the pull request
  --help                  show this text

Nothing is checked out and nothing of the branch is run. GITHUB_TOKEN, where it is set, is used to ask GitHub.

Exit code: 0 it would be merged, 1 something has to be changed, 2 a maintainer would look, 3 could not check.
`

const EXIT_CODES: Record<Decision, number> = { merge: 0, fail: 1, hold: 2, error: 3 }

const FORMATS = {
  text: (verdict: Verdict) =>
    toText(verdict, { paint: (style, text) => styleText(style, text, { stream: process.stdout }) }),
  json: toJson,
  markdown: (verdict: Verdict) => `${toComment(verdict)}\n`,
}

async function main(): Promise<number> {
  const flags = readArguments()
  if (flags.help) {
    process.stdout.write(HELP)
    return 0
  }
  const format = FORMATS[flags.format as keyof typeof FORMATS]
  if (!Object.hasOwn(FORMATS, flags.format)) {
    throw usageError(`There is no format \`${flags.format}\`.`, 'Use `text`, `json` or `markdown`.')
  }
  const [base, head, as] = [needed('base', flags.base), needed('head', flags.head), needed('as', flags.as)]
  const repository = resolve(flags.repo ?? registryRoot)
  const github = gitHubFacts(connectToGitHub(), readConfig(repository).repository ?? '')
  const publisher = await publisherFrom(as, flags['head-repo'], head, flags.offline ? undefined : github)
  const verdict = await verify({
    repository,
    base,
    head,
    publisher,
    github,
    web: publicWeb,
    dns: systemDns(),
    offline: flags.offline,
  })
  process.stdout.write(format(verdict))
  return EXIT_CODES[verdict.decision]
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      base: { type: 'string' },
      head: { type: 'string' },
      as: { type: 'string' },
      repo: { type: 'string' },
      'head-repo': { type: 'string' },
      offline: { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
      help: { type: 'boolean', default: false },
    },
  })
  return values
}

/** Who the flags say it is, completed by what GitHub knows of the accounts. */
async function publisherFrom(
  as: string,
  headRepo: string | undefined,
  branch: string,
  github: GitHubFacts | undefined,
): Promise<Publisher> {
  const account = await accountFrom('as', as, github)
  const owner = headRepo === undefined ? account : await accountFrom('head-repo', headRepo, github)
  const name = (process.env.GITHUB_REPOSITORY ?? 'registry/registry').split('/').at(-1)!
  return {
    ...account,
    headRepository: {
      fullName: `${owner.login}/${name}`,
      owner: { ...owner, type: owner.type === 'Organization' ? 'Organization' : 'User' },
      isRegistry: false,
      isForkOfRegistry: true,
      branch,
    },
  }
}

async function accountFrom(
  flag: string,
  text: string,
  github: GitHubFacts | undefined,
): Promise<{ login: string; id?: number; type: Publisher['type'] }> {
  const [, login, id] = /^([A-Za-z0-9-]{1,39})(?::([1-9][0-9]{0,15}))?$/.exec(text) ?? []
  if (login === undefined) {
    throw usageError(`\`--${flag} ${text}\` is not LOGIN or LOGIN:ID.`, 'Write it like `octocat:583231`.')
  }
  const known = await github?.account(login)
  const number = id === undefined ? known?.id : Number(id)
  return { login, ...(number && { id: number }), type: known?.type ?? 'User' }
}

function needed(flag: string, value: string | undefined): string {
  if (value) return value
  throw usageError(`\`--${flag}\` is missing.`, 'See `--help`.')
}

function usageError(message: string, fix: string): RegistryError {
  return new RegistryError('R600', message, { fix })
}

await run(main, 3)
