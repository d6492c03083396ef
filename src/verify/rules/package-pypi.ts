import { checkPypi } from '../packages/pypi.ts'
import { eachPackage } from '../packages/each-package.ts'
import type { GateRule } from '../rule.ts'

export const PACKAGE_PYPI: GateRule = {
  code: 'R402',
  title: 'A PyPI package does not name this server',
  passed: 'Every PyPI package names its server.',
  why: 'Anybody can list any package. The line in its README shows that the people who publish it agree.',
  fix: 'Add the line `mcp-name: <server name>` to the README, publish a new version, and name that version here.',
  example: 'mcp-name: io.github.acme/weather-pro',
  network: true,
  check: (change, context) => eachPackage('pypi', checkPypi, change, context),
}
