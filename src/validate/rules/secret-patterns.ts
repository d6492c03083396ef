/** The form that the secrets of one issuer have, and where they are revoked. */
interface SecretPattern {
  /** For people, with its article: `a GitHub token`. */
  kind: string
  /** Where to revoke it, as the end of `Revoke it …`. */
  revoke: string
  /** The source of a regular expression for the whole secret. */
  source: string
}

const MODELS = 'among the API keys of that provider'

/**
 * Only forms that are certain: a fixed beginning, or a fixed structure, that an issuer gave to its secrets so that
 * scanners find them. Sources: the issuers' own documentation of their token formats.
 */
const SECRET_PATTERNS: readonly SecretPattern[] = [
  secret('a GitHub token', 'in the GitHub settings, under Developer settings', 'gh[opsur]_\\w{36,255}'),
  secret(
    'a GitHub token',
    'in the GitHub settings, under Developer settings',
    'github_pat_[A-Za-z0-9]{22}_\\w{59}',
  ),
  secret('a GitLab token', 'in the GitLab settings, under Access tokens', 'gl(?:pat|ptt|dt|rt)-[\\w-]{20,}'),
  secret('an npm token', 'in the npm account, under Access Tokens', 'npm_[A-Za-z0-9]{36}'),
  secret('a PyPI token', 'in the PyPI account settings, under API tokens', 'pypi-AgE[\\w-]{50,}'),
  secret('a crates.io token', 'in the crates.io settings, under API Tokens', 'cio[A-Za-z0-9]{32}'),
  secret('a NuGet key', 'in the NuGet account, under API Keys', 'oy2[a-z0-9]{43}'),
  secret(
    'a Docker Hub token',
    'in the Docker account settings, under Personal access tokens',
    'dckr_[op]at_[\\w-]{27,}',
  ),
  secret('an AWS access key', 'in the AWS console, under IAM', '(?:AKIA|ASIA)[A-Z0-9]{16}'),
  secret('a Google API key', 'in the Google Cloud console, under Credentials', 'AIza[\\w-]{35}'),
  secret('a Google client secret', 'in the Google Cloud console, under Credentials', 'GOCSPX-[\\w-]{28}'),
  secret(
    'an Azure storage key',
    'in the Azure portal, by rotating the access keys of the storage account',
    'AccountKey=[A-Za-z0-9+/]{86}==',
  ),
  secret('a DigitalOcean token', 'in the DigitalOcean control panel, under API', 'do[opr]_v1_[a-f0-9]{64}'),
  secret('a Databricks token', 'in the Databricks settings, under Developer', 'dapi[a-f0-9]{32}(?:-\\d)?'),
  secret('a Supabase token', 'in the Supabase account, under Access Tokens', 'sb[ps]_[a-f0-9]{40}'),
  secret('a Slack token', 'in the settings of the Slack app', 'xox[abeoprs]-[A-Za-z0-9-]{20,}'),
  secret(
    'the address of a Slack webhook',
    'in the settings of the Slack app',
    'hooks\\.slack\\.com/services/T\\w{8,}/B\\w{8,}/\\w{24}',
  ),
  secret('a Telegram bot token', 'by `/revoke` in a chat with BotFather', '\\d{8,10}:AA[\\w-]{33}'),
  secret('a Stripe live key', 'in the Stripe dashboard, under API keys', '(?:sk|rk)_live_[A-Za-z0-9]{16,}'),
  secret(
    'a Shopify token',
    'in the Shopify admin, by uninstalling or rotating the app',
    'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}',
  ),
  secret('a SendGrid key', 'in the SendGrid settings, under API Keys', 'SG\\.[\\w-]{22}\\.[\\w-]{43}'),
  secret('an Anthropic key', 'in the Claude Console, under API keys', 'sk-ant-[\\w-]{40,}'),
  secret('an OpenRouter key', 'in the OpenRouter settings, under Keys', 'sk-or-v1-[a-f0-9]{64}'),
  secret(
    'an OpenAI key',
    'on the OpenAI platform, under API keys',
    'sk-(?:(?:proj|svcacct|admin)-[\\w-]{40,}|\\w{20}T3BlbkFJ\\w{20})',
  ),
  secret("a model provider's key", MODELS, 'sk-(?:[a-f0-9]{32}|[A-Za-z0-9]{48})'),
  secret('a Groq key', 'in the Groq console, under API Keys', 'gsk_[A-Za-z0-9]{52}'),
  secret('an xAI key', 'in the xAI console, under API Keys', 'xai-[A-Za-z0-9]{80}'),
  secret('a Perplexity key', 'in the Perplexity settings, under API', 'pplx-[A-Za-z0-9]{48}'),
  secret('a Replicate token', 'in the Replicate account, under API tokens', 'r8_[A-Za-z0-9]{37}'),
  secret('a Hugging Face token', 'in the Hugging Face settings, under Access Tokens', 'hf_[A-Za-z0-9]{34,}'),
  secret('a Notion token', 'in the settings of the Notion integration', 'ntn_\\d{11}[A-Za-z0-9]{35}'),
  secret('a Linear key', 'in the Linear settings, under API', 'lin_(?:api|oauth)_[A-Za-z0-9]{40,}'),
  secret('a Figma token', 'in the Figma settings, under Security', 'fig[dour]_[\\w-]{40,}'),
  secret(
    'an Airtable token',
    'in the Airtable Builder hub, under Personal access tokens',
    'pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}',
  ),
  secret('an Atlassian token', 'in the Atlassian account, under Security, API tokens', 'ATATT3[\\w=-]{100,}'),
  secret(
    'a private key',
    'by replacing the key pair wherever the public half is trusted',
    '-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\\\\n|[\\sA-Za-z0-9+/=:,.-]){60,}',
  ),
  secret(
    'a signed JSON Web Token',
    'where it was issued, by ending the session or changing the signing key',
    'eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{20,}',
  ),
]

/** Whether any of the patterns matches: one pass over the text, which for nearly every text is the only one. */
const ANY = standing(SECRET_PATTERNS.map(({ source }) => source).join('|'))

/** Every known form that stands in a text, in the order of the list. */
export function secretsIn(text: string): (SecretPattern & { secret: string })[] {
  if (!ANY.test(text)) return []
  return SECRET_PATTERNS.flatMap((known) =>
    [...text.matchAll(standing(known.source, 'g'))].map(([secret]) => ({ ...known, secret })),
  )
}

/** A pattern that stands alone, not within a longer word. */
function standing(source: string, flags?: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_-])(?:${source})(?![A-Za-z0-9])`, flags)
}

function secret(kind: string, revoke: string, source: string): SecretPattern {
  return { kind, revoke, source }
}
