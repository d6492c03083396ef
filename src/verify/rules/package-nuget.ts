import { checkNuget } from '../packages/nuget.ts'
import { eachPackage } from '../packages/each-package.ts'
import type { GateRule } from '../rule.ts'

export const PACKAGE_NUGET: GateRule = {
  code: 'R403',
  title: 'A NuGet package does not name this server',
  passed: 'Every NuGet package names its server.',
  why: 'Anybody can list any package. The line in its README shows that the people who publish it agree.',
  fix: 'Add the line `mcp-name: <server name>` to the README inside the package, publish a new version, and name that version here.',
  example: '<PackageReadmeFile></PackageReadmeFile>',
  network: true,
  check: (change, context) => eachPackage('nuget', checkNuget, change, context),
}
