/** The frames of English, as people type them in a chat. */
import { AUXILIARY } from '../../text/function-words.ts';
import { ENGLISH_TALK } from './english-talk.ts';
import { ENGLISH_LEAD, ENGLISH_TAIL } from './english-turns.ts';
import { type Frame, type FrameTable, words } from './frames.ts';

/** "Word of the year" calls for none. */
const NEWS =
  '(?:news|updates?|developments?|headlines?|word(?! (?:of|for|in|with|around|at|over)\\b)|info|information|status|stuff(?! of\\b))';
const ABOUT =
  "(?:on|about|from|in|for|with|regarding|of|around|over|at|re)(?: (?:the|this|that|what's going on (?:in|with)))?";
const BE = "(?:'s|'re| is| are| was| were)";
const THE = '(?:(?:a|an|the) )?';
const GIVE =
  '(?:(?:can|could|would|will) you )?(?:(?:please|just) )?(?:(?:give|show|tell|get|write|do|make|i (?:want|need)) (?:me |us )?)?';
/** Who has an opinion but no name: "how do people feel about". */
const CROWD =
  '(?:(?:the|most|many|some|all|other|ordinary|local|young) )?(?:people|ppl|everyone|everybody|folks|fans|critics|experts|residents|locals|voters|the public|public|world|americans|citizens|others|economists|scientists|doctors|analysts)';
const SAY =
  '(?:say|says|said|saying|tweet|tweets|tweeted|post|posted|state|stated|comment|commented|mention|mentioned)';
/** "my friend from Kursk". */
const SOMEONE_OF_MINE = 'my \\S+(?: (?:from|in|at) \\S+)?';

const HEDGES =
  'exactly specifically precisely officially publicly allegedly supposedly apparently reportedly roughly approximately definitely obviously';

const frame = (kind: Frame['kind'], pattern: string, more: Pick<Frame, 'keep' | 'newest'> = {}): Frame => ({
  kind,
  pattern: new RegExp(pattern, 'd'),
  ...more,
});
const newest = { newest: true } as const;

/** More specific turns come before those that many questions share. */
const FRAMES: readonly Frame[] = [
  frame(
    'reason',
    `^(?:${GIVE}(?:explain|understand) (?:to me )?)?(?:why(?: come)?|how come|(?:for )?what reason) `,
    { keep: 'why ' },
  ),
  frame(
    'reason',
    `^what(?:${BE}| was)? ${THE}(?:main )?(?:reasons?|causes?|motives?) (?:for|of|behind|that|why) `,
    { keep: 'why ' },
  ),
  frame(
    'reason',
    `^what(?:'s| is| was| has)? (?:caus(?:ed|es|ing)|led to|leads to|behind|driving|sparked|triggered|made) `,
    { keep: 'why ' },
  ),

  frame(
    'timeline',
    `^${GIVE}${THE}(?:full |brief |short |quick )?(?:timeline|chronology|history|sequence of events|order of events) (?:of|for|on|about|behind|to|in) ${THE}`,
  ),
  frame('timeline', ' (?:timeline|chronology|sequence of events|history so far)(?: so far)?$'),
  frame(
    'timeline',
    '^how (?:did|has|have) (?<what>.+?) (?:unfold(?:ed)?|developed?|evolved?|come about|came about|played? out|get (?:here|to this point))$',
    { keep: '$<what>' },
  ),

  frame(
    'timeline',
    '^(?<ask>(?:what|how) .*?) ?\\b(?:day by day|step by step|hour by hour|play by play|in (?:chronological )?order(?! to\\b)|chronologically)\\b(?<more>.*)$',
    { keep: '$<ask> $<more>' },
  ),

  frame(
    'summary',
    `^${GIVE}${THE}(?:quick |short |brief |simple )?(?:summary|tl;?dr|recap|overview|rundown|run down|low ?down|scoop|gist|basics|short version|breakdown|break down|explainer|brief|briefing) (?:of|on|about|for|with|behind|regarding) ${THE}`,
  ),
  frame('summary', `^(?:tl;?dr|eli5|recap|summary)[:,]? ${THE}`),
  frame(
    'summary',
    `^${GIVE}(?:(?:\\d+|some|a few|a couple(?: of)?|the|five|three) )?(?:facts?|details?|things to know|highlights) (?:about|on|of|from) ${THE}`,
  ),
  frame(
    'summary',
    `^${GIVE}(?:summari[sz]e|explain|break down|recap|sum up|outline)(?: (?:to )?(?:me|us))?(?: what(?:'s| is| are)| about)? ${THE}`,
  ),
  frame(
    'summary',
    `^${GIVE}(?:catch (?:me|us) up|fill (?:me|us) in|bring (?:me|us) up to (?:speed|date)|get (?:me|us) up to (?:speed|date)|brief (?:me|us)|walk (?:me|us) through|talk (?:me|us) through)(?: (?:on|about|with|of))? ${THE}`,
  ),
  frame(
    'summary',
    `^what(?:'s| is) (?:the (?:deal|story|gist|scoop|low ?down|background|context)|all the fuss) (?:with|of|on|about|behind|to) ${THE}`,
  ),
  frame(
    'summary',
    `^(?:what (?:do i need|should i|do we|do you) (?:to )?know|${GIVE}everything(?: (?:you|we|there is to) know)?|all you need to know|${GIVE}something|${GIVE}more|(?:please )?tell (?:me|us)(?: all| a bit| a little)?) about ${THE}`,
  ),
  frame(
    'summary',
    ',? (?:summary|tl;?dr|recap|overview|rundown|explained|explainer|in a nutshell|in short|in brief|eli5|in simple terms)$',
  ),

  frame(
    'change',
    `^what(?:'s| is| has| have)?(?: been)? (?:changed?|changing|new|different|happened|happening) (?:with|in|about|to|for)? ?(?<what>.*?) ?since (?:the |then,? )?`,
    { keep: '$<what> ', ...newest },
  ),
  frame(
    'change',
    `^what(?:'s| is| has| have| did)?(?: been)? (?:changed?|changing|different|changes) (?:with|in|about|to|for|after|at|on) ${THE}`,
    newest,
  ),
  frame(
    'change',
    '^how (?:has|have|did|is|are|does|do) (?<what>.+?)(?<! climate| regime) chang(?:ed?|ing)(?: (?:since|after|over|in|recently|lately))?(?<more> .*|)$',
    { keep: '$<what> $<more>', ...newest },
  ),

  frame(
    'latest',
    `^${GIVE}(?:what(?:${BE}) )?${THE}(?:very )?(?:latest|newest|most recent|freshest)(?: ${NEWS})? ${ABOUT} `,
    newest,
  ),
  frame(
    'latest',
    `^(?:(?:is|are) there |got |have you got |do you have |have you heard )?(?:any|some|anything)(?: (?:new|recent|more|further|good|latest))?(?: ${NEWS})? ${ABOUT} `,
    newest,
  ),
  frame('latest', `^${GIVE}${THE}(?:(?:recent|latest|breaking|current|more|new) )?${NEWS} ${ABOUT} `, newest),
  frame('latest', `^${THE}(?:latest|newest) (?:${ABOUT} )?`, newest),
  frame(
    'latest',
    `^what(?:'s| is| are| has been)(?: currently)? (?:going on|happening|new|going down|the (?:situation|status|state|story)|cooking)(?: (?:right now|now|lately|recently|today))? ${ABOUT} `,
    newest,
  ),
  frame('latest', `^what(?:'s| is) up with `, newest),
  frame('latest', `^what(?:'s| is) (?:the )?word (?:on|about) ${THE}`, newest),
  frame(
    'latest',
    `^(?:(?:(?:did|have|has) )?(?:i|you|anyone|anybody|everyone)(?: guys| all)? )?(?:hear|heard)(?: anything| the news)? (?:about|of|on) ${THE}`,
    newest,
  ),
  frame('latest', "^what(?:'s| is| are) (?<what>.+?) up to$", { keep: '$<what>', ...newest }),
  frame(
    'latest',
    "^how(?:'s| is| are) (?:things (?:going |looking )?(?:in|with|at) )?(?<what>.+?) (?:going|doing|looking|progressing|coming along)(?: (?:so far|now))?$",
    { keep: '$<what>', ...newest },
  ),
  frame(
    'latest',
    '^(?<what>.+?) (?:latest news|news today|latest updates?|latest|updates?|breaking news|live updates?)$',
    { keep: '$<what>', ...newest },
  ),
  frame(
    'latest',
    '^(?!.*\\b(?:fox|bbc|abc|cbs|nbc|sky|cnn|itv|pbs|yahoo|google|fake|the|daily|evening|morning) news$)(?<what>.+?) news$',
    { keep: '$<what>', ...newest },
  ),

  frame(
    'compare',
    `^(?:${GIVE}${THE}(?:compare|comparison (?:of|between)|difference(?:s)? between|contrast)|(?:what(?:${BE}) )?${THE}(?:main )?differences? between|who (?:is|are|was|'s) (?:better|bigger|stronger|worse),? ) ?(?<a>.+?) (?:and|with|to|versus|vs\\.?|or|against) (?<b>.+)$`,
    { keep: '$<a> , $<b>' },
  ),
  frame(
    'compare',
    '^how (?:do|does|did|is|are) (?<a>.+?) (?:compare[sd]?|differ|different)(?: (?:to|with|from|against)) (?<b>.+)$',
    { keep: '$<a> , $<b>' },
  ),
  frame(
    'compare',
    '^how (?:do|does|did|is|are|have|has) (?<a>.+?) and (?<b>.+?) (?:differ(?: on| over| in)?|compare(?: on| in)?|cover(?:ed|ing)?|report(?:ed|ing)?(?: on)?)(?<on> .*|)$',
    { keep: '$<a> , $<b> , $<on>' },
  ),
  frame('compare', '^(?<a>.+?) (?:versus|vs\\.?) (?<b>.+)$', { keep: '$<a> , $<b>' }),
  frame(
    'compare',
    '^(?:which is (?:better|best|worse|cheaper|safer),? )?(?<a>.+?) or (?<b>.+?),? (?:which(?: one)? is (?:better|best|worse|cheaper|safer)|which(?: one)?)$',
    { keep: '$<a> , $<b>' },
  ),

  frame(
    'opinion',
    `^(?:how|what) (?:do|does|did|are|is|would|has|have) (?:the )?(?<who>${CROWD}) (?:feel|feeling|think|thinking|thought|react|reacting|reacted|${SAY})(?: (?:about|of|on|to|over|regarding|towards?))?(?<what> .*|)$`,
    { keep: 'how $<who> feel $<what>' },
  ),
  frame(
    'opinion',
    '^how (?:do|does|did|are|is) (?<who>.+?) (?:feel|feeling|react|reacting)(?: (?:about|of|on|to|over|regarding|towards?))?(?<what> .*|)$',
    { keep: 'how $<who> feel $<what>' },
  ),
  frame(
    'opinion',
    `^(?:(?:a|an|the|your|any)? ?(?:public )?(?:opinions?|thoughts|views?|reactions?|sentiment|attitudes?) (?:on|of|about|to|towards?)|what(?:'s| is| was| are) ${THE}(?:public )?(?:opinions?|reactions?|view|sentiment|mood|feeling|response) (?:on|of|about|to|towards?|in|among)) ${THE}`,
  ),
  frame(
    'opinion',
    `^(?:do|does|did|are|is) (?<who>${CROWD}) (?:really |actually |still |even )?(?:like|love|hate|support|trust|want|approve of|oppose|agree with|care about|happy (?:with|about)|angry (?:with|at|about)|fed up with)(?<what> .*)$`,
    { keep: 'how $<who> feel $<what>' },
  ),
  frame(
    'opinion',
    '^(?:is|are) (?:it|there|this|they) (?:really |even )?(?:worth|good|bad|safe|a good idea|smart|wise|ok|okay|point in)(?: (?:to|it to|getting|in|it))? ',
  ),
  frame('opinion', '^should (?:i|we|you|people|one) (?:really |even )?'),

  frame(
    'quote',
    `^what(?:'s|'re|'d| (?:exactly )?(?:did|does|do|has|have|is|was|were|had|are)(?:n't)?) (?<speaker>.+?) (?:just |actually |really |ever |recently )?${SAY}(?: (?:about|on|of|regarding|to|that|over|re))?(?: (?:the|this|that))?(?<what> .*|)$`,
    { keep: 'what $<speaker> $<what>' },
  ),
  frame(
    'quote',
    '^what (?:did|does|do|has|have|is|was|were|are) (?<speaker>.+?) (?:think|thinking|thought)(?: (?:about|of|on|regarding|over))?(?<what> .*|)$',
    { keep: 'what $<speaker> $<what>' },
  ),
  frame(
    'quote',
    `^what(?:${BE}) (?<speaker>.+?)'s? (?:response|reaction|statement|comments?|stance|position|take|view|opinion|reply|answer|words)(?: (?:to|on|about|regarding|for|over))?(?<what> .*|)$`,
    { keep: 'what $<speaker> $<what>' },
  ),
  frame(
    'quote',
    '^(?:how|what) (?:did|does|has|have|do) (?<speaker>.+?) (?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|comment(?:ed)?)(?: (?:to|on|about|regarding))?(?<what> .*|)$',
    { keep: 'what $<speaker> $<what>' },
  ),
  frame(
    'quote',
    '^(?:any )?(?:quotes?|statements?|comments?|remarks?) (?:from|by|of) (?<speaker>.+?)(?: (?:about|on|regarding))(?<what> .*|)$',
    { keep: 'what $<speaker> $<what>' },
  ),

  frame(
    'aim',
    '^(?=what (?:do|does|did|is|are|was|were) .+? (?:want|after|hoping (?:for|to \\S+)|demand(?:ing)?|fighting for|trying to \\S+|planning|plan(?: to \\S+)?|aiming for)(?: (?:from|of|with|in|for|next|to \\S+)\\b.*)?$)',
  ),
  frame(
    'aim',
    "^what(?:'s| is| are| was| were) .+?(?:'s?)? (?:goals?|aims?|plans?|demands?|intentions?|objectives?|endgame|agenda)(?: (?:for|in|with|on|now)\\b.*)?$",
  ),

  frame(
    'yesno',
    "^(?:is|was|isn't|wasn't) (?:it|this|that) (?:really |actually )?(?:true|real|right|correct|the case|a fact|fake|false)(?: or (?:not|false|fake))?,? (?:that |if )?(?:did )?",
    { keep: 'did ' },
  ),
  frame(
    'yesno',
    `^(?:i (?:heard|read|saw|think)(?: somewhere| from (?:my|an?) \\S+)?|they say|people (?:say|are saying)|someone (?:said|told me)|${SOMEONE_OF_MINE} (?:says|said|claims|thinks|told me)|apparently) (?:that )?(?<what>.+?)(?:,? (?:is (?:it|that|this) (?:true|real|right)|right|true|really|correct))$`,
    { keep: 'did $<what>' },
  ),
  frame(
    'yesno',
    `^(?:i (?:heard|read|saw)(?: somewhere| somebody say| from (?:my|an?) \\S+)?|${SOMEONE_OF_MINE} (?:says|said|claims|thinks|told me))(?: that)? (?<what>(?!about\\b|on\\b|the news\\b)\\S+ \\S.*)$`,
    {
      keep: 'did $<what>',
    },
  ),
  frame(
    'still',
    `^(?<be>(?:${AUXILIARY}|(?:who|what|where)(?:'s)?|why|how) .*?) ?\\b(?:still|currently|even still)\\b ?(?<what>.*)$`,
    { keep: '$<be> $<what>', ...newest },
  ),
  frame(
    'still',
    `^(?<what>(?:${AUXILIARY}|who|what|where) .*?),? (?:any ?more|any longer|yet|these days|as of now|to this day)$`,
    { keep: '$<what>', ...newest },
  ),
  frame(
    'yesno',
    `^(?<be>${AUXILIARY})(?<who> .*?) (?:really|actually|truly|seriously|in fact|even|ever|end up|ended up)(?: (?:really|actually|even|ever|end up))*(?<what> .*)$`,
    { keep: '$<be>$<who>$<what>' },
  ),
  frame('yesno', `^(?=${AUXILIARY} )`),

  frame(
    'list',
    `^${GIVE}${THE}(?:full |complete )?(?:list|name|names)(?: (?:all|some|every))?(?: of)?(?: the)? (?=\\S+ )`,
    { keep: 'which ' },
  ),
  frame('list', '^(?=who(?: all)? (?:are|were) \\S)'),
  frame(
    'list',
    "^(?=who(?:'s| is| are) (?:running|competing|playing|nominated|in the running|involved|replacing|on|attending|fighting) )",
  ),
  frame(
    'list',
    '^(?=(?:which|what)(?: (?:other|are|were))?(?: the)?(?: \\S+)? (?!(?:is|was|has|does|this|news|us|status|happens)\\b)\\S{2,}[^s]s\\b)',
  ),
  frame('manner', '^(?=how (?!many|much|old|long|far|fast|big|tall|large|high|heavy|often|few)\\S)'),
];

export const ENGLISH: FrameTable = {
  language: 'en',
  lead: ENGLISH_LEAD,
  tail: ENGLISH_TAIL,
  nowTail:
    /[,\s]+(?:right now|now|at the moment|currently|these days|nowadays|as of now|at present|lately|recently)$/,
  frames: FRAMES,
  fillers:
    words(`guy guys dude thing things stuff lol lmao tho really actually literally basically seriously just even somebody
    someone anybody anyone everything anything whatever something kinda sorta like pls please huh yeah eh ok okay bro legit freaking damn dang hell fr ${HEDGES}`),
  hedges: words(HEDGES),
  vague:
    words(`take takes took taken taking feel feels feeling felt big bigger biggest small huge large people person say says said
    saying get gets got gotten getting go goes going went gone make makes made making come comes came coming put puts let
    lets want wants wanted need needs needed know knows known think thinks thought look looks looking keep keeps kept like
    likes liked love hate good bad better best worse worst great crazy weird wild insane mess nice whole real true false
    right wrong way ways kind sort lot lots bit part place time times day days week month year today now still ever
    never always again already actually anyone anybody someone somebody everyone everybody nobody anything something
    everything nothing happen happens happened happening start starts started stop stops stopped end ends ended use
    uses used using work works working try tries trying tried give gives gave given find finds found finding see sees
    seen saw watch hear heard talk talks talking talked ask asks asked tell tells told call calls called mean means
    meant show shows showed help helps helped turn turned run runs live lives feelings thoughts views opinion reason
    reasons cause causes caused problem problems issue issues change changed changes changing different same new old
    first last next main major important total number amount many much exactly basically currently recently lately behind among along across
    toward towards per via within upon off onto under above below beside besides despite
    suppose supposed seem seems seemed become becomes became thinking helped helping done doing involved involve involves bring brings
    brought hold holds far long ago later earlier soon sooner often usually sometimes once twice else enough almost quite rather pretty
    maybe perhaps probably possibly definitely certainly obviously apparently supposedly specifically especially together
    apart away back around idea ideas info information detail details question questions answer answers exact current recent
    whether although though however instead even yet okay stuff officially publicly allegedly reportedly roughly approximately precisely
    personally directly eventually finally suddenly completely totally fully entirely mostly mainly partly clearly surely truly
    honestly frankly essentially effectively immediately quickly slowly formally initially originally previously presumably evidently
    seemingly simply purely solely openly merely nearly hardly barely according regarding concerning compared excluding mention mentions
    mentioned serious respond responds responded react reacts reacted`),
  cues: {
    reason:
      'because due after amid over cause caused causing reason reasons blame blamed blaming sparked prompted motive motivated following fueled triggered accused led leading thanks owing attributed stems since',
    quote:
      'said say told tweeted wrote stressed urged conceded called added statement interview asked saying announced warned speech denied denies deny admitted claimed confirmed rejected insisted explained noted responded replied vowed promised acknowledged argued accused',
    aim: 'aim aims aimed goal goals objective want wants wanted seek seeks sought mean hope hopes hoped demand demands demanded intend intends intended intention vow vows vowed',
    opinion:
      'poll polls survey percent majority approve disapprove oppose believe feel favor opinion sentiment sentiments mixed mood loyalty trust divided popular unpopular angry fear fears hope proud',
    change: 'new now lifted eased ended ban banned announced changed change replaced',
    still: 'no longer former resigned replaced ended removed restored reinstated now remains still',
    list: 'including include includes among namely',
    manner: 'by using through via with steps step',
  },
  ...ENGLISH_TALK,
};
