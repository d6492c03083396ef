import type { ErrorTexts } from './error-texts.ts'

/** What `npm run validate` and a build say about the files of a registry, besides what the rules say. */
export const TREE_ERRORS: readonly ErrorTexts[] = [
  {
    code: 'R100',
    title: 'There are problems in `servers/`',
    why: 'A build publishes everything or nothing: half a registry would look like one that has lost entries.',
    fix: 'Each line of the message is one problem, with its file and its own code. Mend them all, then build again.',
    example: `There are 2 problems in servers/:
servers/al/io.github.alice/weather/1.0.0/server.json: …`,
  },
  {
    code: 'R104',
    title: 'A server.json in the tree cannot be read by clients',
    why: 'Strict clients drop the whole list for one entry that they cannot read.',
    fix: 'Run `npm run validate` with the file: it says each point. A merged version is never changed, so this can only be a file that came without the check.',
    example: '{"name": "io.github.alice/weather", "packages": "none"}',
  },
  {
    code: 'R114',
    title: 'A record of the registry cannot be read',
    why: 'An `owner.json` or `upstream.json` says whose a server is. Where it cannot be read, nobody knows, and guessing would give the namespace away.',
    fix: 'Restore the file from Git: only the registry itself writes it.',
    example: 'servers/al/io.github.alice/owner.json: {"id": "583231"}',
  },
]
