/** What stands around a question of English and says nothing of it: "noob question but …", "… asking for a friend". In lower case. */
import { AUXILIARY } from '../../text/function-words.ts';

const WHO = 'who|what|when|where|why|how|which|whose';
/** What opens a question, or calls for news or a summary. */
const ASKS = String.raw`(?=(?:${WHO}|y|if|whether|${AUXILIARY}|any|(?:the )?latest|newest|news|update|summary|tl;?dr|recap|timeline|history|explain)(?:'\w+)?\b)`;

const CROWD = `(?: (?:everyone|everybody|all|guys|folks|y'all|there|team))?`;
const SUCH =
  '(?:(?:an?|just|one|noob|newbie|dumb|stupid|silly|random|honest|genuine|serious|quick|simple|easy|real|another|more|last|weird|odd|small|little|general|important|legit) ){0,3}(?:questions?|q|qn)';

const LEADS = [
  '@(?:here|everyone) ',
  // "sorry if this was asked before but", "not sure if this is the place, but"
  `(?:sorry|apologies|excuse me|pardon|forgive me|not sure|no idea|i'm new here|i know this)(?: [^\\s,.;:!?]+){0,8}?(?: but| so|[,:;.!?]+(?: but| so)?) (?=\\S+ \\S)`,
  // "noob question but", "i have one more question:", "q,"
  `(?:i (?:have|had|got) )?${SUCH}(?: here| for you)?(?:(?:[,:;.!?]+(?: but| so)?| -| but| so| about) (?=\\S)| ${ASKS})`,
  `(?:i (?:forgot|forget|missed (?:it|this|that)|don't know|can't remember|lost track)|help(?: me)?(?: out)?(?: here)?|out of curiosity|asking for a friend|real talk|for context)(?:[,:;.!?]+ ?(?:but |so |and )?(?=\\S+ \\S)| (?:- |but |so |and )?${ASKS})`,
  `eli5[,:]? ${ASKS}`,
  `(?:please )?explain(?: to me)?[,:]? (?=(?:who|when|where|which|${AUXILIARY})\\b)`,
  `(?:hey|hi|hello|yo|good morning|good evening|good afternoon)${CROWD}[,:!.]* `,
  `(?:ok|okay|so|and|but|well|um+|uh+|hmm+|please|bro|bruh|dude|man|guys|y'all|lol|lmao|omg|wtf|btw|lowkey|highkey|deadass|fr|ong|ayo|wait|sorry|actually|honestly|seriously|wow|just curious|just wondering|quick question|serious question|question|dateline|bot)[,:!.]* `,
  `(?:can|could|would|will) (?:you|u|someone|anyone|somebody|anybody) (?:please |just )?(?:tell|remind|let) (?:me|us)(?: know)?,? (?:(?=about\\b)|${ASKS})`,
  `(?:please )?(?:tell|remind) (?:me|us)(?: again)?,? ${ASKS}`,
  '(?:(?:can|could|would|will) (?:you|u) )?(?:please |just )?(?:tell|remind) (?:me|us)(?: again)?,? (?!an?\\b|my\\b|your\\b|about\\b|everything\\b|something\\b|more\\b)(?=\\S+ \\S)',
  `(?:(?:do|does|did) )?(?:you|u|y'all|anyone|anybody|somebody|someone)(?: guys| all| here)? (?:know|knows|remember)(?: if| whether)? (?=\\S+ \\S)`,
  `(?:i'm|i am|i was)(?: just)? (?:wondering|curious)(?: about| if| whether)?,? `,
  `i (?:want|would like|need)(?: to)? know(?: if| whether| about)?,? `,
  'i wonder(?: if| whether)? ',
  '(?:(?:can|could|would|will) you )?(?:show|give|find|get|send|bring|look up|pull up|search for)(?: me| us)? (?:(?:any|some|all|the|more) )?(?:articles?|stories|reports|coverage) (?:on|about|of|for|from|regarding) ',
  '(?:show|give|find|get|send|bring) me (?!an?\\b|my\\b|your\\b)(?=\\S)',
  'i (?:think|believe)(?: that)? (?=\\S+ \\S+ \\S)',
  "i(?: (?:want|need|would like)|'d like|'m trying)(?: to)? (?:read|see|hear|learn|find|look)(?: out| more| up| for)?(?: (?:articles?|stories|anything|something))? (?:about|on|into) ",
  "(?!(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|i heard|i hear|tell|explain|give|catch|fill|bring|get|brief|walk|show)\\b)(?:\\S+ ){0,5}?(?:me|us|i|i'm|i'd|i've|my|you)(?: \\S+){0,5}? about (?=\\S)",
  '(?:update|quiz|educate|inform|keep|hit) (?:me|us)(?: posted| updated| informed)? (?:on|with) ',
  "(?:help (?:me|us)(?: to)? understand|i (?:don't|do not|can't|didn't) (?:understand|get|follow)|explain to (?:me|us)) (?=\\S)",
  'you know (?=\\S)',
  "i'm (?:looking|searching) for (?:(?:articles?|stories|news|info|information|stuff|anything|something) (?:about|on|of) )?",
  `any idea(?:s)?(?: (?:of|about|on))? ${ASKS}`,
  '(?:if|whether) (?=\\S+ \\S+ )',
];

const TAILS = [
  '(?:can|could) (?:you|someone|anyone|anybody) (?:please )?(?:explain|elaborate|summarize|help|tell me)',
  "lol|lmao|lmfao|rofl|haha+|hehe|omg|smh|fr|ngl|tbh|btw|tho|though|bro|dude|(?<!\\bthe (?:\\S+ )?)guys|folks|y'all|hmm+",
  'please(?: help)?|thanks|thank you|(?:many )?thanks in advance|thank you in advance|tysm|tyvm|cheers|(?<=\\S+ \\S+ \\S+ )ty',
  'asking for a friend|i forgot|i forget|need to know|any ideas?|(?<=[,?.!] )(?:sources?|anyone|anybody|everyone|everybody)',
  // "did it really happen source?", but not "what is the source of the gas", "who is their main source"
  `(?<=^(?:${WHO}|y|${AUXILIARY})(?:'\\w+)? \\S+ \\S+ .*)(?<!\\b(?:the|an?|its|his|her|their|our|main|major|biggest|largest|only|energy|gas|oil|food|water|power|heat|light|income|news|open|same|original|reliable) )sources?`,
  'yes or no|true or false|or what|or something|or not|or nah|and stuff|and all that|like that',
  'or (?:did|was|is|were|are|has|have|do|does|will|can) (?:he|she|it|they|we|you|i|that|this|there) .*',
  'exactly|anyway|anyways|so far|at all|in the end|after all',
];

/** Openings and endings of English that say nothing. */
export const ENGLISH_LEAD = new RegExp(`^(?:${LEADS.join('|')})`);
export const ENGLISH_TAIL = new RegExp(`(?<![\\s,?!.])[\\s,?!.]*[\\s,](?:${TAILS.join('|')})$`);
