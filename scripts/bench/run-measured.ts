/**
 * Runs a script in this process and tells what it costs: its processor time whenever a message asks for it, in
 * microseconds, and its peak memory in bytes on file descriptor 3 when it ends. The script sees its own arguments:
 * `node run-measured.ts SCRIPT [ARGUMENT…]`.
 */
import { writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const script = process.argv[2]!
process.argv.splice(1, 2, script)
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS * 1024)))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send!(user + system)
})
// A script must be able to end though nobody closes the channel.
process.channel!.unref()
await import(pathToFileURL(script).href)
