import type { ErrorTexts } from './error-texts.ts'

/** What the commands of an operator say about their flags, the settings, Git and the build. */
export const REGISTRY_ERRORS: readonly ErrorTexts[] = [
  {
    code: 'R600',
    title: 'A flag or an environment variable says nothing usable',
    why: 'A mistyped folder or number must not become an empty registry, or another one, in place of the one that was meant.',
    fix: 'The message names what was given. `--help` behind the command lists what it takes.',
    example: 'REGISTRY_ROOT=./regsitry npm run api',
  },
  {
    code: 'R602',
    title: 'The clone is shallow',
    why: 'The times of publication are in the history. A clone without it would say that everything was published today.',
    fix: 'Run `git fetch --unshallow`; in GitHub Actions give `actions/checkout` the input `fetch-depth: 0`.',
    example: 'git clone --depth 1 https://github.com/acme/registry && cd registry && npm run api',
  },
  {
    code: 'R603',
    title: 'Git does not give what was asked for',
    why: 'A commit or a file is not in the clone, the folder is not there, or Git itself failed.',
    fix: 'Fetch the commit that the message names, or check the folder. Git’s own words are in the message.',
    example: 'npm run verify -- --base origin/main --head not-fetched --as alice',
  },
  {
    code: 'R604',
    title: 'registry.config.json cannot be used',
    why: 'A setting with a typing mistake would be a setting that is silently not in force.',
    fix: 'The message has a line for each fault. `schema/config.schema.json` describes every key, and editors complete them by it.',
    example: '{"title": "Acme", "polcy": {}}',
  },
  {
    code: 'R605',
    title: 'A file cannot be read',
    why: 'There is no such file, it is a folder, or its permissions forbid it.',
    fix: 'Check the path. A whole registry is judged with `--root`.',
    example: 'npm run validate -- servers/',
  },
  {
    code: 'R606',
    title: 'There is no build in the folder',
    why: 'What shall be served or checked has to be built first.',
    fix: 'Run `npm run build`, or name the folder of a build with `--dir`.',
    example: 'npm run serve -- --dir not-built',
  },
  {
    code: 'R607',
    title: 'The live registry cannot be read',
    why: 'It does not answer, answers with an error, or its files do not fit together, as in the middle of a deployment.',
    fix: 'Check `url` in registry.config.json, or REGISTRY_URL, and try again in a few minutes.',
    example: 'https://registry.example/r/head.json answers 502.',
  },
  {
    code: 'R608',
    title: 'The build loses entries that are live',
    why: 'Clients pin versions. An entry that is gone without a word is worse than one that is marked as deleted.',
    fix: 'Restore what the message lists. Where it is meant, run the workflow `deploy` by hand with `allow losses`.',
    example: `This build loses 1 of 120 versions that are live:
  io.github.alice/weather 1.0.0`,
  },
  {
    code: 'R609',
    title: 'The folder for the build holds something else',
    why: 'A build replaces its folder as a whole, so it does not touch one that it has not made.',
    fix: 'Name another folder in REGISTRY_OUT, or remove this one.',
    example: 'REGISTRY_OUT=$HOME npm run api',
  },
]
