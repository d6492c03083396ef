import { checkCargo } from '../packages/cargo.ts'
import { eachPackage } from '../packages/each-package.ts'
import type { GateRule } from '../rule.ts'

export const PACKAGE_CARGO: GateRule = {
  code: 'R406',
  title: 'A crate does not name this server',
  passed: 'Every crate names its server.',
  why: 'Anybody can list any crate. The line in its README shows that the people who publish it agree.',
  fix: 'Add the text `mcp-name: <server name>` to the README where everybody sees it, publish a new version, and name that version here.',
  example: '<!-- mcp-name: io.github.acme/weather -->',
  network: true,
  check: (change, context) => eachPackage('cargo', checkCargo, change, context),
}
