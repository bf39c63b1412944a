import { harmlessToken } from './harmless-token.ts'

/** What a name promises: a password, a token, merely some key, or `user:password` in one. */
export type SecretName = 'password' | 'token' | 'key' | 'pair'

/** Names that hold a secret's neighbour: its id, its place, its length. */
const neighbour =
  /(?:id|ids|name|names|url|uri|path|file|dir|type|length|len|size|count|limit|max|min|hash|hint|policy|field|label|column|prefix|suffix|expir\w{0,8}|expiry|ttl|version|format|regex|pattern|reset|length|public|algorithm|alg|usage|index|store|ring|board|word|words|ed|er|info|status|enabled|required|manager|provider|endpoint|audience|header|class|kind|ref|alias|arn|rotation|strength|generator|validator|tokens|passwords|secrets|keys|placeholder|input|prompt|question|description|title|example)$/i

const password =
  /(?:passw(?:or)?d|passphrase|passcode|pwd|passwort|kennwort|contrase[nñ]a|senha|mot de passe|mdp|wachtwoord|has[lł]o|l[oö]senord|heslo|parola|[sş]ifre|пароль|密码|密碼|パスワード|비밀번호|(?:^|[_.\- ])(?:pass|pw|psw))\d{0,3}$/i

const token =
  /(?:secret|token|api[-_. ]?key|access[-_. ]?key|access[-_. ]?id|auth[-_. ]?key|private[-_. ]?key|secret[-_. ]?key|account[-_. ]?key|shared[-_. ]?key|master[-_. ]?key|encryption[-_. ]?key|signing[-_. ]?key|license[-_. ]?key|licence[-_. ]?key|service[-_. ]?key|app(?:lication)?[-_. ]?key|client[-_. ]?key|consumer[-_. ]?key|deploy[-_. ]?key|webhook[-_. ]?key|subscription[-_. ]?key|integration[-_. ]?key|write[-_. ]?key|admin[-_. ]?key|session[-_. ]?key|credentials?|creds|authorization|bearer|x-auth|auth|jwt|pat|oauth|cookie|session|client[-_. ]?srt|salt|密钥|令牌|トークン|schl[uü]ssel)(?:[-_. ]?(?:value|val|string|str|data|b64|base64|prod|production|dev|staging|live|test|default|v?\d{1,3}))?$/i

const anyKey = /(?:[a-z][-_. ]?key|Key|KEY)\d{0,2}$/

/** Bundler keeps the credentials for a gem host in a variable named after it. */
const bundlerHost = /(?:^|[^A-Z])BUNDLE_[A-Z0-9_]{2,30}__(?:COM|ORG|NET|IO|DEV)$/

/** Whose values are keys even when the name says no more than "snyk". */
const provider =
  /(?:adafruit|adobe|airtable|akamai|algolia|alibaba|anthropic|artifactory|asana|atlassian|auth0|azure|beamer|bitbucket|bitrise|bittrex|braintree|buildkite|circle_?ci|clearbit|clickhouse|cloudflare|codecov|codeclimate|cohere|coinbase|confluent|contentful|databricks|data_?dog|deepseek|digitalocean|discord|docker_?hub|doppler|droneci|dropbox|duffel|dynatrace|easypost|elastic|etsy|fastly|figma|finicity|finnhub|firebase|flickr|freshbooks|freshdesk|gemini|github|gitlab|gitter|gocardless|grafana|groq|harness|hashicorp|heroku|honeycomb|hubspot|hugging_?face|infracost|intercom|jfrog|jira|kraken|kucoin|launch_?darkly|linear|linkedin|lob|looker|mailchimp|mailgun|mailjet|mapbox|mattermost|meraki|messagebird|mistral|netlify|new_?relic|notion|npm|ny_?times|octopus|okta|openai|opsgenie|pagerduty|paypal|perplexity|pinecone|plaid|planetscale|postman|prefect|pulumi|pypi|rapidapi|razorpay|readme|replicate|rollbar|rubygems|scalingo|segment|sendbird|sendgrid|sentry|settlemint|shippo|shodan|shopify|slack|snowflake|snyk|sonar(?:qube|cloud)?|sourcegraph|splunk|square(?:space)?|stripe|sumo(?:logic)?|supabase|tailscale|telegram|terraform|travis_?ci|trello|twilio|twitch|twitter|typeform|vault|vercel|virustotal|weaviate|yandex|zendesk|zoom)/i

/** Keys that unlock nothing. */
const harmlessKey =
  /(?:public|publishable|site|primary|foreign|partition|sort|cache|index|lookup|unique|composite|natural|row|hash|range|group|object|map|dict|json|config|event|routing|message|storage|redis|s3|bucket|translation|i18n|locale|label|data|item|node|react|search|host|answer|column|field|key|first|last|next|prev|parent|child|mon|tur|don|hot|short|arrow|enter|escape|license plate)[-_. ]?key\d{0,2}$/i

/**
 * What a name promises, or null when nothing secret stands under it.
 *
 * @param name An identifier or a label of up to four words, at most 64 units.
 */
export function classifyName(name: string): SecretName | null {
  const last = name.length > 40 ? name.slice(-40) : name
  if (password.test(last)) return 'password'
  if (bundlerHost.test(last)) return 'pair'
  if (token.test(last)) return harmlessToken.test(last) ? null : 'token'
  if (neighbour.test(last)) return null
  if (provider.test(last)) return /(?:key|login|auth|app|bot|pat|access)\d?$/i.test(last) ? 'token' : 'key'
  if (anyKey.test(last) && !harmlessKey.test(last)) return 'key'
  return null
}
