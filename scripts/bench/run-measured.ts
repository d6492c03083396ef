/**
 * Runs a script in this process and tells what it costs: its processor time in microseconds whenever a message asks for
 * it, and when it ends also its peak memory in bytes, as JSON on file descriptor 3. The script sees its own arguments:
 * `node run-measured.ts SCRIPT [ARGUMENT…]`.
 */
import { writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const script = process.argv[2]!
process.argv.splice(1, 2, script)
process.on('exit', () => {
  writeSync(3, JSON.stringify({ peakMemory: process.resourceUsage().maxRSS * 1024, work: processorTime() }))
})
process.on('message', () => process.send!(processorTime()))
// A script must be able to end though nobody closes the channel.
process.channel!.unref()
await import(pathToFileURL(script).href)

function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}
