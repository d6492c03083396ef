import { openRegistryRepository } from '../src/github/registry-repository.ts'
import { run } from './run.ts'

const WORKFLOW = 'deploy.yml'

// Asks for a deployment: GitHub starts no workflow for what its own token has merged.
await run(async () => {
  const { client, at } = openRegistryRepository()
  const { data } = await client.rest.repos.get(at)
  await client.rest.actions.createWorkflowDispatch({ ...at, workflow_id: WORKFLOW, ref: data.default_branch })
  console.log(`Started ${WORKFLOW} on ${data.default_branch}.`)
})
