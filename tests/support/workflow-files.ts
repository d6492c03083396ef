import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
  env?: Record<string, string>
}

export interface Job {
  /** `workflow.yml: job` */
  title: string
  name?: string
  needs?: string | string[]
  permissions?: Record<string, 'read' | 'write'>
  environment?: unknown
  'timeout-minutes'?: number
  steps: Step[]
}

export interface Workflow {
  file: string
  text: string
  name: string
  on: Record<string, { workflows?: string[] } | null>
  permissions?: unknown
  concurrency?: unknown
  env?: unknown
  jobs: Record<string, Job>
}

/** All workflows in a folder, with their text. */
export function readWorkflows(folder: string): Workflow[] {
  return readdirSync(folder).map((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const workflow = parse(text) as Workflow
    for (const [name, job] of Object.entries(workflow.jobs)) job.title = `${file}: ${name}`
    return { ...workflow, file, text }
  })
}

/** Scripts of ours that a job runs. */
export function scriptsOf(job: Job): string[] {
  return job.steps.flatMap(({ run = '' }) =>
    [...run.matchAll(/node (scripts\/\S+)/g)].map(([, path]) => path!),
  )
}

/** What a job may write. */
export function writesOf(job: Job): string[] {
  return Object.entries(job.permissions ?? {}).flatMap(([right, level]) => (level === 'write' ? [right] : []))
}

/** The secrets that a job is given, by name. */
export function secretsOf(job: Job): string[] {
  return [...JSON.stringify(job).matchAll(/secrets\.(\w+)/g)].map(([, name]) => name!).sort()
}
