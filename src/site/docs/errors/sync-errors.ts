import type { ErrorTexts } from './error-texts.ts'

/** What `npm run sync` says about its source and the tree. */
export const SYNC_ERRORS: readonly ErrorTexts[] = [
  {
    code: 'R610',
    title: 'The source of a mirror cannot be read',
    why: 'It does not answer, or not like a registry. Nothing is written then, because half of a source would look like deletions.',
    fix: 'Check the address or the file, and run the command again. What was tried stands in the message.',
    example: 'npm run sync -- --from https://registry.example.com/wrong',
  },
  {
    code: 'R611',
    title: 'A record of the source is no server.json that clients can read',
    why: 'Strict clients drop the whole list for one such record, so it is left out and listed in the report.',
    fix: 'There is nothing to do here. It comes in by itself once the source has mended it.',
    example: '{"server": "io.github.alice/weather"}',
  },
  {
    code: 'R612',
    title: 'A record of the source cannot be a folder',
    why: 'The name and the version of a server are folders of the tree, and this name or version can be none.',
    fix: 'There is nothing to do here: the record is left out and listed in the report.',
    example: '{"name": "io.github.alice/con", "version": "1.0.0"}',
  },
  {
    code: 'R613',
    title: 'The list of the source does not end',
    why: 'Its cursor leads to the same page again and again, as it does where static files carry a `nextCursor`.',
    fix: 'Tell its operator to remove `nextCursor` from the list. Nothing was written.',
    example: '{"servers": [], "metadata": {"nextCursor": "always-the-same"}}',
  },
  {
    code: 'R614',
    title: 'What earlier runs of the mirror wrote cannot be read',
    why: 'An `upstream.json` says which servers are mirrored. A guess could overwrite a server of your own.',
    fix: 'Restore the file from Git. `registry.sync.json` may be removed: the next run then reads everything once.',
    example: 'registry.sync.json cannot be read: Unexpected end of JSON input.',
  },
  {
    code: 'R615',
    title: 'What `--from` names cannot be a source',
    why: 'A source is the address of a registry, by http or https, or a file.',
    fix: 'Give the base address, such as https://registry.example.com, or the path of a JSON or NDJSON file.',
    example: 'npm run sync -- --from ftp://registry.example.com',
  },
]
