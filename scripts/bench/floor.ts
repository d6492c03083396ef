/**
 * The least that a build of the API can cost: reads all inputs and writes files of the same names and bytes as the
 * build did, with plain synchronous calls. Prints what it cost: `node floor.ts REGISTRY BUILT OUT`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SERVERS } from '../../src/model/tree-path.ts'
import { filesBelow, readAll } from './files.ts'

const [registry, built, out] = process.argv.slice(2) as [string, string, string]

const outputs: { path: string; bytes: Buffer }[] = []
for (const path of filesBelow(built)) {
  outputs.push({ path: join(out, path.slice(built.length)), bytes: readFileSync(path) })
}

const begin = performance.now()
const spent = process.cpuUsage()
readAll(join(registry, SERVERS))
const made = new Set<string>()
for (const { path, bytes } of outputs) {
  const folder = dirname(path)
  if (!made.has(folder)) {
    mkdirSync(folder, { recursive: true })
    made.add(folder)
  }
  writeFileSync(path, bytes)
}
const { user, system } = process.cpuUsage(spent)
console.log(JSON.stringify({ milliseconds: performance.now() - begin, work: user + system }))
