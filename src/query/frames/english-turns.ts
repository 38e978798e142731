/** What stands around a question of English and says nothing of it: "noob question but …", "… asking for a friend". In lower case. */
import { AUXILIARY } from '../../text/function-words.ts';

const WHO = 'who|what|when|where|why|how|which|whose';
/** What opens a question. */
const QUESTION = `(?:${WHO}|y|${AUXILIARY})(?:'\\w+)?`;
/** A question, or a call for news or a summary, follows. */
const ASKS = String.raw`(?=(?:${WHO}|y|if|whether|${AUXILIARY}|any|(?:the )?latest|newest|news|update|summary|tl;?dr|recap|timeline|history|explain|catch (?:me|us) up)(?:'\w+)?\b)`;

/** What may be said before anything, its last letter as often as they like: "ughhh", "heyyy". */
const INTERJECTIONS =
  `ugh sigh ah oh eh er err geez jeez gosh damn dang dammit damnit crap heck shit fuck fucking wtf omg lol lmao xd smh ngl
  tbh imo idc ffs jk fyi psa urgent bruh bro bruv dude yo hey hi hello sup gm gn hiya howdy wow whoa woah yikes oof alright aight well so
  like also then next again finally basically literally honestly seriously actually anyway anyways meanwhile btw hm um uh okay ok yes yeah
  yep no nah nope cool nice great thanks thx ty cheers please sorry wait listen look welp meh man lowkey highkey deadass fr ong ayo right`
    .split(/\s+/)
    .map((word) => `${word}+`)
    .join('|');
/** Whom it is said to; what they are said to do stands in front of a question as well: "people are fleeing". */
const CALLED =
  'google|siri|alexa|chatgpt|gpt|chat|mods?|admins?|bot|people|ppl|everyone|everybody|team|friends';
/** Whoever speaks of themselves, or says where they have it from, asks nothing by it. */
const OF_MYSELF =
  "(?=(?:i|i'm|i've|i'd|my|we|we're|you|you're|someone|somebody|just|heard|saw|read|writing|doing|working)\\b)";
/** Who speaks, who is spoken to, and what was said before: a question with none of these is whole by itself. */
const POINTS =
  '\\b(?:i|me|my|we|us|you|your|it|he|she|they|there|that|this|these|those|them|him|her|his|its|their|here|also|too)\\b';

const CROWD = `(?: (?:everyone|everybody|all|guys|folks|y'all|there|team))?`;
const SUCH =
  '(?:(?:an?|just|one|next|new|final|first|noob|newbie|dumb|stupid|silly|random|honest|genuine|serious|quick|simple|easy|real|another|more|last|weird|odd|small|little|general|important|legit) ){0,3}(?:questions?|q|qn)';

const LEADS = [
  '@(?:here|everyone) ',
  // "sorry if this was asked before but", "not sure if this is the place, but"
  `(?:sorry|apologies|excuse me|pardon|forgive me|not sure|no idea|i'm new here|i know this)(?: [^\\s,.;:!?]+){0,8}?(?: but| so|[,:;.!?]+(?: but| so)?) (?=\\S+ \\S)`,
  // "noob question but", "i have one more question:", "q,"
  `(?:i (?:have|had|got) )?${SUCH}(?: here| for you)?(?:(?:[,:;.!?]+(?: but| so)?| -| but| so| about) (?=\\S)| ${ASKS})`,
  `(?:i (?:forgot|forget|missed (?:it|this|that)|don't know|can't remember|lost track)|help(?: me)?(?: out)?(?: here)?|out of curiosity|asking for a friend|real talk|for context)(?:[,:;.!?]+ ?(?:but |so |and )?(?=\\S+ \\S)| (?:- |but |so |and )?${ASKS})`,
  `eli5[,:]? ${ASKS}`,
  `(?:please )?explain(?: to me)?[,:]? (?=(?:who|when|where|which|${AUXILIARY})\\b)`,
  `(?:(?:holy|oh|what the) )?(?:${INTERJECTIONS})(?:[,:;.!?~-]* (?:${INTERJECTIONS}))*[,:;.!?~-]* ${ASKS}`,
  `(?:(?:hey|hi|ok|yo) )?(?:${CALLED})[,:;.!~-]+ (?=\\S)|(?:hey|hi|ok|yo) (?:${CALLED}) ${ASKS}`,
  // "find out", "answer this:", "can anyone confirm", "may i ask"
  `(?:(?:can|could|may|might|would|will) (?:i|you|u|we|anyone|anybody|someone|somebody) )?(?:please )?(?:search|google|look up|find out|answer|say|ask|check|fact-?check|verify|confirm)(?: (?:this|me|for|in (?:one|a) (?:sentence|word)|honestly))?(?:[,:]+ ${ASKS}| (?!is |are |was |were )${ASKS})`,
  `where (?:can|could|do) (?:i|we) (?:read|find out|learn|see)(?: more)?(?: about)?[,:]? ${ASKS}`,
  `my \\S+ (?:wants? to know|wonders?|asks?|asked|is asking)(?: me)?[,:]? ${ASKS}`,
  // "im bored so did it rain in kyiv", but not "my aunt lives in kyiv, is she safe"
  `${OF_MYSELF}(?!${QUESTION}\\b)[^\\s,.;:!?]+(?: [^\\s,.;:!?]+){1,9}?(?:[,;:.!?]| so| but)+ ${ASKS}(?=(?:is it (?:true|real) )?(?!.*${POINTS}))`,
  `(?:for|writing|doing) (?:an?|my|the|some) (?:\\S+ )?(?:essay|homework|project|class|paper|school|work)[,:;.!?-]* ${ASKS}`,
  `(?:hey|hi|hello|yo|good morning|good evening|good afternoon)${CROWD}[,:!.]* `,
  `(?:ok|okay|so|and|but|well|um+|uh+|hmm+|ugh+|oof|he+y+|yo+|hi+|sup|gm|bru+h+|please|bro|dude|man|guys|y'all|lol|lmao|omg|wtf|btw|lowkey|highkey|deadass|fr|ong|ayo|wait|sorry|actually|honestly|seriously|wow|just curious|just wondering|quick question|serious question|question|dateline|bot)[,:!.]* `,
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
  // "did it happen, right?", "did it happen amirite"
  `(?<=[,?!.] )(?:right|correct|yes|no|real|legit|fake(?: news)?|true|eh|huh|links?|articles?|proof|evidence|explain|details|help|ok|okay|again|isn't it|wasn't it|didn't (?:he|she|it|they))`,
  `(?<=^${QUESTION} \\S+ .*)(?:correct|isn't it|fake news|legit|(?:is|are|was) (?:this|that|it|they) (?:true|real|legit|fake)|or (?:is (?:it|this|that) )?fake|asap|soon|need answers|thoughts|opinions|discuss|any (?:updates?|news|info|word)|explain|eli5|tl;?dr|in short|in brief|in a nutshell)`,
  '(?:can|could) (?:you|someone|anyone|anybody) (?:please )?(?:explain|elaborate|summarize|help|tell me)',
  "amirite|am i right|innit|xd+|lol|lmao|lmfao|rofl|haha+|hehe|omg|smh|fr|ngl|tbh|btw|tho|though|bro|dude|(?<!\\bthe (?:\\S+ )?)guys|folks|y'all|hmm+",
  'please(?: help)?|thanks|thank you|(?:many )?thanks in advance|thank you in advance|tysm|tyvm|cheers|(?<=\\S+ \\S+ \\S+ )ty',
  'asking for a friend|i forgot|i forget|need to know|any ideas?|(?<=[,?.!] )(?:sources?|anyone|anybody|everyone|everybody)',
  // "did it really happen source?", but not "what is the source of the gas", "who is their main source"
  `(?<=^${QUESTION} \\S+ \\S+ .*)(?<!\\b(?:the|an?|its|his|her|their|our|main|major|biggest|largest|only|energy|gas|oil|food|water|power|heat|light|income|news|open|same|original|reliable) )sources?`,
  'yes or no|true or false|or what|or something|or not|or nah|and stuff|and all that|like that',
  'or (?:did|was|is|were|are|has|have|do|does|will|can) (?:he|she|it|they|we|you|i|that|this|there) .*',
  'exactly|anyway|anyways|so far|at all|in the end|after all',
];

/** Openings and endings of English that say nothing. */
export const ENGLISH_LEAD = new RegExp(`^(?:${LEADS.join('|')})`);
export const ENGLISH_TAIL = new RegExp(`(?<![\\s,?!.])[\\s,?!.]*[\\s,](?:${TAILS.join('|')})$`);
