/** The vocabulary of the invented registry. Common words come first: `commonWord` prefers them. */

export const TOPICS =
  'search docs memory data agent weather github files browser postgres calendar email image video code pdf finance market maps news crypto slack notion jira database kubernetes docker aws azure analytics travel flights hotel legal tax health recipe music podcast translate spotify youtube figma excel sheets forms invoice payments shop orders inventory shipping crm leads sales ads seo domains dns logs metrics traces alerts security secrets vault auth identity scan audit compliance policy contracts patents papers arxiv pubmed biology chemistry genome protein climate energy grid solar traffic transit parking bikes satellite ocean quakes wildfire census jobs resume hiring payroll survey votes parliament court school quiz flashcards grammar fonts icons palette charts diagrams notebook terminal shell ssh backup sync queue events webhook cron mqtt sensors robots drones printer lights thermostat garden wine chess sports fitness sleep'.split(
    ' ',
  )

export const VERBS =
  'Searches Reads Finds Manages Queries Lists Fetches Creates Summarizes Analyzes Monitors Connects Tracks Converts Updates Validates Translates Schedules Compares Extracts Generates Explains Indexes Exports Inspects Renders Deploys Reviews Measures Forecasts'.split(
    ' ',
  )

export const OBJECTS =
  'documents|issues and pull requests|customer records|tables|messages|weather forecasts|open data|knowledge bases|tickets|invoices|log lines|error reports|price histories|stock quotes|court decisions|tax rules|research papers|patient leaflets|street maps|train times|flight offers|hotel rooms|recipes|playlists|transcripts|design files|spreadsheets|survey answers|job openings|product pages|shipping labels|purchase orders|payment links|domain records|certificates|container images|cluster resources|build results|test runs|feature flags|usage metrics|access policies|threat reports|vulnerability lists|source files|API definitions|database schemas|vector embeddings|chat histories|meeting notes|calendar slots|contact lists|marketing campaigns|keyword rankings|satellite images|sensor readings|energy tariffs|election results|school timetables|flashcards'.split(
    '|',
  )

export const CIRCUMSTANCES =
  'for coding assistants|with natural language|in one call|without leaving the editor|from any MCP client|across all your workspaces|with read-only access|with citations|in real time|for small teams|with full-text search|and keeps them in sync|behind your own firewall|with role-based access|from the command line|over a hosted endpoint|for agents that plan trips|with caching and retries|in twelve languages|with human approval for every change|using your own API key|in local files and cloud storage|with semantic ranking|for people who write every day'.split(
    '|',
  )

/** What users must set, as the last word of an environment variable, and what it is. */
export const SETTINGS = [
  ['API_KEY', 'The API key; create one in the settings of your account', true],
  ['TOKEN', 'An access token with the rights to read', true],
  ['BASE_URL', 'Address of the service, where it is not the hosted one', false],
  ['LOG_LEVEL', 'How much is logged: error, warn, info or debug', false],
  ['TIMEOUT', 'Seconds to wait for an answer', false],
  ['WORKSPACE', 'The workspace that is opened first', false],
  ['REGION', 'Where the data are kept', false],
  ['CACHE_DIR', 'Folder for files that may be deleted at any time', false],
  ['CLIENT_SECRET', 'The secret of the OAuth application', true],
  ['PROJECT_ID', 'The project that all calls are charged to', false],
  ['READ_ONLY', 'Refuses every call that would change something', false],
  ['MAX_RESULTS', 'The most results that one call returns', false],
  ['DATABASE_URL', 'Connection string of the database', true],
  ['PORT', 'The port to listen on', false],
] as const

export const ONSETS = 'b br c ch cr d dr f fl g gr h j k kl l m n p pl pr qu r s sh sk st t th tr v w y z'
  .split(' ')
  .concat('', '')
export const VOWELS = 'a e i o u ai ei io ou'.split(' ')
export const CODAS = 'n r l m s x th nd rk st'.split(' ').concat('', '', '', '', '')
