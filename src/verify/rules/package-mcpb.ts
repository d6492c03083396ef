import { checkMcpb } from '../packages/mcpb.ts'
import { eachPackage } from '../packages/each-package.ts'
import type { GateRule } from '../rule.ts'

export const PACKAGE_MCPB: GateRule = {
  code: 'R405',
  title: 'An MCPB file is not the one that was described',
  passed: 'Every MCPB file has the hash that is written down.',
  why: 'The file is not signed. Its hash is all that tells clients that they got what was published.',
  fix: 'Write the SHA-256 hash of the file into `fileSha256`, and attach that file to a public release.',
  example: '{"fileSha256": "<the hash of another file>"}',
  network: true,
  check: (change, context) => eachPackage('mcpb', checkMcpb, change, context),
}
