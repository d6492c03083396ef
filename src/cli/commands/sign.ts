import { proofBeside } from '../../model/tree-path.ts'
import { signVersion } from '../../publish/keys/sign-version.ts'
import { toText } from '../../validate/report/text.ts'
import { judgeFile } from '../checks/judge-file.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { signerFor } from '../keys/signer-for.ts'
import { readFile } from '../read-file.ts'
import { usageError } from '../stop.ts'
import { writeInView } from '../write-file.ts'

export const sign: Command = {
  name: 'sign',
  takes: '[FILE]',
  does: 'Signs a server.json for the namespace of a domain',
  details:
    'Writes proof.json beside it. A signature is about every byte of the file: sign again after a change. A signing command gets the text (or its SHA-384 digest, for key services that want that) on standard input and writes the signature to standard output; {digest} in it stands for the base64 of the digest. No shell is involved.',
  arguments: [['FILE', 'the server.json (default: server.json)']],
  words: [0, 1],
  flags: ['key', 'signer', 'signer-input', 'algorithm', 'public-key', 'yes'],
  example: 'mcp-git sign --key key.pem',
  async run({ words: [file = 'server.json'], flags }, world) {
    const { terminal, cwd } = world
    if (!/(?:^|[/\\])server\.json$/.test(file))
      throw usageError('What is signed has to be called server.json.', 'Rename the file.')
    const signer = signerFor(flags, cwd)
    const document = readFile(file, cwd, 'Check the path, or write one with: mcp-git init')
    const { report, document: server } = await judgeFile(file, document, world, { offline: true })
    if (!report.valid || !server) {
      terminal.lines(toText([report]))
      return { exit: EXIT.invalid, json: { valid: false, findings: report.findings } }
    }
    const { name, version } = server
    const proof = proofBeside(file)
    const became = await writeInView(
      { file: proof, text: await signVersion({ name, version, document }, signer) },
      world,
    )
    terminal.fact('Signed', `${name} ${version}`, `by ${signer.algorithm}`)
    terminal.end('File', `${proof}: ${became}`)
    return { exit: EXIT.done, json: { file: proof, became, name, version, algorithm: signer.algorithm } }
  },
}
