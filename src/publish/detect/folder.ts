import type { Clue } from '../clue.ts'
import { orBroken } from './bad-file.ts'
import { readCargo } from './cargo.ts'
import { COMPOSE_FILES, readComposeFile } from './compose-file.ts'
import { csprojFiles, readCsproj } from './csproj.ts'
import { readDockerfile } from './dockerfile.ts'
import { ENV_FILES, readEnvExample } from './dot-env.ts'
import { readGit } from './git.ts'
import { readGlama } from './glama.ts'
import { readMcpb } from './mcpb.ts'
import { readPackageJson } from './package-json.ts'
import { openProject, type Project } from './project.ts'
import { readPyproject } from './pyproject.ts'
import { readServerJson, SERVER_FILES } from './server-json.ts'
import { readSmithery } from './smithery.ts'
import { scanSource } from './source-scan.ts'

/**
 * What a project folder says about the server in it, the most trusted source first. Nothing is run, no link is followed
 * out of the folder, and a file that cannot be read is a clue that says so.
 *
 * @throws Error (of the file system) where there is no such folder
 */
export async function cluesInFolder(folder: string): Promise<Clue[]> {
  const project = openProject(folder)
  const git = readGit(folder)
  const written = [
    firstOf(SERVER_FILES, (path) => readServerJson(project, path)),
    orBroken('package.json', () => readPackageJson(project)),
    orBroken('pyproject.toml', () => readPyproject(project)),
    orBroken('Cargo.toml', () => readCargo(project)),
    firstOf(csprojFiles(project), (path) => readCsproj(project, path)),
    orBroken('manifest.json', () => readMcpb(project, git?.server.repository)),
    orBroken('Dockerfile', () => readDockerfile(project)),
    firstOf(COMPOSE_FILES, (path) => readComposeFile(project, path)),
    orBroken('smithery.yaml', () => readSmithery(project)),
    orBroken('glama.json', () => readGlama(project)),
    git,
    firstOf(ENV_FILES, (path) => readEnvExample(project, path)),
  ].filter((clue) => clue !== undefined)
  return [...written, ...guessedSettings(project, written)]
}

/** The first of several files that says anything. */
function firstOf(paths: readonly string[], read: (path: string) => Clue | undefined): Clue | undefined {
  for (const path of paths) {
    const clue = orBroken(path, () => read(path))
    if (clue) return clue
  }
  return undefined
}

/** The source code is asked only where nobody wrote the settings down, since it also reads what is not for users. */
function guessedSettings(project: Project, written: readonly Clue[]): Clue[] {
  if (written.some(({ variables, isWhole }) => variables || isWhole)) return []
  const clue = scanSource(project)
  return clue ? [clue] : []
}
