import { checkNpm } from '../packages/npm.ts'
import { eachPackage } from '../packages/each-package.ts'
import type { GateRule } from '../rule.ts'

export const PACKAGE_NPM: GateRule = {
  code: 'R401',
  title: 'An npm package does not name this server',
  passed: 'Every npm package names its server.',
  why: 'Anybody can list any package. The field `mcpName` in its package.json shows that the people who publish it agree.',
  fix: 'Put `"mcpName"` with the name of the server into package.json, publish a new version, and name that version here.',
  example: '{"name": "@acme/weather", "version": "1.2.0"}',
  network: true,
  check: (change, context) => eachPackage('npm', checkNpm, change, context),
}
