import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ServerJson } from '../../model/server-json.ts'
import { proofBeside, versionFolder } from '../../model/tree-path.ts'
import { publicationPull } from '../../publish/pull-text.ts'
import { serverPath } from '../../site/paths.ts'
import { judgeFile, type Judgement } from '../checks/judge-file.ts'
import { isListed } from '../checks/listed.ts'
import { showNameCheck } from '../checks/name.ts'
import { showJudgement } from '../checks/show-judgement.ts'
import type { Call, Command, Outcome } from '../command.ts'
import { prepare, type Prepared } from '../draft/prepare.ts'
import { EXIT } from '../exit.ts'
import { openInView, repositoryOf } from '../pull/open-in-view.ts'
import { showEditorLink } from '../pull/show-editor-link.ts'
import { signedInAlready, signInByCode, type SignedIn } from '../pull/sign-in.ts'
import { watch } from '../pull/watch.ts'
import { readFile } from '../read-file.ts'
import type { World } from '../world.ts'
import { writeInView } from '../write-file.ts'

export const publish: Command = {
  name: 'publish',
  takes: '[PATH|URL|FILE|npm:NAME]',
  does: 'Lists a server: finds out, checks, opens the pull request',
  details:
    'Does what init and validate do, then opens a pull request from your fork by GITHUB_TOKEN, by gh, or by a code that you type in, and waits until the server is listed. Ctrl-C leaves the pull request open.',
  arguments: [
    ['PATH', 'a folder (default: this one), a server.json, an address, or npm:, pypi:, oci: and a name'],
  ],
  words: [0, 1],
  flags: ['yes', 'dry-run', 'web', 'no-watch', 'name', 'description', 'version'],
  example: 'mcp-git publish',
  async run(call, world) {
    const { terminal } = world
    const dryRun = call.flags['dry-run'] ?? false
    // Whoever has answered all questions must not learn then that nothing can be published here.
    repositoryOf(world)
    terminal.title('mcp-git publish')
    const account = await signedInAlready(world)
    const prepared = await prepare(call, world, account?.login)
    const { file, text } = prepared
    const became = await writeInView({ file, text }, world, { dryRun })
    if (became !== 'unchanged') terminal.fact('File', file, became)
    terminal.heading('Checks')
    terminal.meanwhile('looking at what it offers')
    const judgement = await judgeFile(file, text, world, { offline: false })
    showJudgement(judgement, terminal)
    const { report, document } = judgement
    if (!report.valid || !document) return notValid(prepared, judgement)
    showNameCheck(document.name, file, account?.login, world)
    if (await isListed(document, world)) return listedAlready(document, world)
    return deliver(call, { document, text, file, account }, world)
  },
}

interface Publication {
  document: ServerJson
  text: string
  /** The path of the server.json. */
  file: string
  account: SignedIn | undefined
}

async function deliver({ flags }: Call, publication: Publication, world: World): Promise<Outcome> {
  const { document, account } = publication
  const { terminal } = world
  const { name, version } = document
  const repository = repositoryOf(world)
  const files = filesOf(publication, world)
  const [path = ''] = Object.keys(files)
  const about = { name, version, path, files: Object.keys(files), url: pageOf(name, world) }
  if (flags['dry-run']) {
    terminal.heading('Would open a pull request')
    terminal.fact('To', repository, publicationPull(document).title)
    for (const each of Object.keys(files)) terminal.fact('Adds', each, '')
    return { exit: EXIT.done, json: { ...about, repository, pull: null } }
  }
  if (flags.web) {
    const editor = showEditorLink(repository, path, publication.text, publication.file, terminal)
    return { exit: EXIT.done, json: { ...about, repository, editor } }
  }
  terminal.heading(`Pull request to ${repository}`)
  const signedIn = account ?? (await signInByCode(world))
  const pull = await openInView(publicationPull(document), files, signedIn, world)
  const { number, url } = pull
  if (flags['no-watch']) {
    terminal.say(`Look at it again: mcp-git status ${name}`)
    return { exit: EXIT.open, json: { ...about, pull: { number, url, state: 'open' } } }
  }
  const { exit, progress } = await watch(pull, signedIn, world, `mcp-git status ${name}`)
  if (exit === EXIT.done) terminal.say(`Next time: npx ${world.target.url}cli.tgz publish`)
  if (progress?.live) terminal.end('Listed', about.url)
  const { state = 'open', checked, findings, live = false } = progress ?? {}
  return { exit, json: { ...about, pull: { number, url, state, checked, findings }, live } }
}

/** One new file, and its signature where there is one. */
function filesOf({ document, text, file }: Publication, { cwd }: World): Record<string, string> {
  const path = `${versionFolder(document.name, document.version)}/server.json`
  const proof = proofBeside(file)
  const isSigned = proof !== file && existsSync(resolve(cwd, proof))
  return { [path]: text, ...(isSigned && { [proofBeside(path)]: readFile(proof, cwd).toString('utf8') }) }
}

function notValid({ file }: Prepared, { report }: Judgement): Outcome {
  return { exit: EXIT.invalid, json: { file, valid: false, findings: report.findings } }
}

function listedAlready({ name, version }: ServerJson, world: World): Outcome {
  const url = pageOf(name, world)
  world.terminal.end('Listed', url)
  return { exit: EXIT.done, json: { name, version, url, live: true } }
}

function pageOf(name: string, { target }: World): string {
  return target.url + serverPath(name).slice(1)
}
