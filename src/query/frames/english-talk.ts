/** Messages in English that want no news: greetings, reactions, games, spam, and errands for another program. */
import { type TalkTable, words } from './frames.ts';

/** What people have others write or draw. "A jobs program" is created, but not asked for. */
const WRITING =
  '(?:poems?|stor(?:y|ies)|songs?|raps?|haikus?|essays?|limericks?|cover letters?|emails?|captions?|lyrics|pictures?|images?|logos?|scripts?|code)';
/** Persons and things of whoever asks, of which no article tells. */
const OWN =
  '(?:mom|mum|mama|mother|dad|father|wife|husband|girlfriend|gf|boyfriend|bf|crush|ex|keys|phone|cat|dog|birthday|name|teacher|boss|computer|laptop|pc|house|friends?|sister|brother|wifi|password|account)';
const MEASURE =
  '(?:km|miles?|kg|kilos?|grams?|lbs?|pounds?|cm|inch(?:es)?|feet|foot|ft|meters?|metres?|usd|eur|gbp|dollars?|euros?|yen|yuan|rupees?|pesos?|celsius|fahrenheit|oz|ounces?|cups?|lit(?:er|re)s?|mph|seconds?|minutes?|hours?)';
/** When and where the weather is that no article foretells. */
const HERE_AND_NOW =
  '(?:(?:outside|here|now|right now|today|tonight|tomorrow|this weekend|like|going to be) ?)*';
/** What hears "can you": whoever is asked, where no more follows ("can you eat romaine" asks for anybody). */
const TO_YOU =
  '(?:lol|bro|dude|man|bot|me|us|him|her|it|this|anything|something|today|now|there|right now|too|ever)';

export const ENGLISH_TALK: TalkTable = {
  talk: [
    /^(?:(?:can|could|will|would|please|pls|just) (?:you )?)*(?:tell|give|sing|write|make|draw|play|read|rap|say|send|show)(?: (?:me|us))?(?: (?:a|an|some|something|another|one|your|the))*(?: \S+)? (?:jokes?|riddles?|poems?|songs?|raps?|haikus?|essays?|limericks?|funny|memes?|compliments?|secrets?|pick ?up lines?|cat pics?|selfies?|homework)(?: (?:about|on|for|please) ?.*)?$/,
    /^(?:(?:can|could|will|would|please|pls) (?:you )?)*(?:tell|read|write|make)(?: (?:me|us))? (?:a|another|your|some)(?: \S+)? stor(?:y|ies)(?: (?:about|on|for|please) ?.*)?$/,
    /^(?:say|tell me) (?:something|anything)(?: (?:funny|nice|interesting|smart|in \S+))?$/,
    /^(?:who|what|how old|where|why|how) (?:are|r) (?:you|u)(?: (?:doing|feeling|from|called|made|based|located|so|such|like|here|there|not (?:answering|replying|responding|working|listening)|being|always|a|an|ignoring|lying|my|up to|talking|saying|thinking|really|even|bro|dude|man|lol|again|good|today|tonight|tho|though)\b.{0,25})?$/,
    /^(?:how|what)(?:'s| is| are|) (?:it going|your day|you doing|your name|your favou?rite .*|up|good|poppin'?|things|everything|life)(?: (?:bro|dude|man|today|bot))*$/,
    new RegExp(
      `^(?:are|r) (?:you|u) (?:a |an |really |even |ever |just )*(?:bot|human|real|ai|robot|person|alive|sentient|single|ok|okay|there|here|working|online|awake|dumb|stupid|smart|chatgpt|gpt)(?: (?:person|human|robot|${TO_YOU}))*(?: or .*)?$`,
    ),
    /^(?:do|will|would|did) (?:you|u) (?:really |even |ever )*(?:love|like|hate|marry|dream)(?: .*)?$/,
    new RegExp(
      `^(?:do|can|will|would|have|did) (?:you|u) (?:really |even |ever |actually )*(?:sleep|eat|feel|dream|speak|hear|help|listen|love|like|know)(?: (?:english|spanish|french|german|pain|food|pizza|emotions?|${TO_YOU}))*(?: or .*)?$`,
    ),
    /^(?:who|what) (?:made|created|built|owns|programmed|wrote) (?:you|u|this bot|this)$/,
    /^what (?:can|do|could) (?:you|u|this bot|i) (?:do|ask|say|know)(?: (?:here|you|u|for me|about))*$/,
    /^how (?:do|does|can|should) (?:you|u|this|this bot|i use (?:you|this|it|this bot)|it)(?: (?:work|use this|help))?$/,
    /^i(?:'m| am|) (?:so |really |very |just )*(?:bored|tired|hungry|sad|happy|back|here|sorry|drunk|lonely|ok|fine|good)(?: (?!about\b).{0,20})?$/,
    /^i (?:really |just |so )*(?:love|hate|like|miss) (?:you|u|it|this|that|pizza)(?: (?:too|so much|all|bot|guys|dateline|more|bro|man))*$/,
    /^(?:knock knock|ping|test(?:ing)?(?: \d+)*|roll (?:a )?(?:dice|die|d\d+)|flip a coin|heads or tails|rock paper scissors|play (?:a game|music|despacito|something)|let's (?:play.*|chat|talk)|never ?mind|shut up|stop|go away|(?:your|ur|you(?:'re| are|re)?) (?:so |such |really |very |just )*(?:suck|dumb|stupid|cool|great|awesome|amazing|the best|useless|a bot|wrong|right|funny|cute|welcome)(?: (?:at|for|bot|lol|bro|dude|man|as|so|and)\b.*)?|marry me|good (?:bot|boy|girl|job|one|work|luck|point|question|stuff|night|morning|evening|afternoon)|bad bot|that(?:'s| is| was) (?:all|it|cool|great|nice|wrong|not true|funny|helpful|useless|fine|enough|good|bad|crazy|wild|sad|insane)(?: (?:lol|bro|dude|man|tho|though|thanks|thank you|for now|now|then|i think))*)$/,
    /^(?:please )?(?:ignore|forget|disregard|override) (?:all |any |your |the |my |of )*(?:previous |prior |above |earlier )?(?:instructions?|prompts?|rules|messages)\b/,
    /^(?:(?:you are|you're) (?:now|a|an|my) |(?:from now on you(?:'re| are)?|pretend (?:to be|you(?:'re| are)?)|act (?:as|like)|roleplay(?: as)?|imagine (?:you|you're|that you)|be my) |let's roleplay)/,
    /\b(?:(?:your|the|my) (?:hidden |initial )?(?:system )?prompt|system prompt|your (?:\S+ )?instructions)\b|^jailbreak(?:ed| yourself| mode)?$|\bjailbreak (?:mode|prompt)\b/,
    /^(?:(?:anyone|anybody|someone|who|y'all|you guys)(?: here| else)? )?(?:wants?(?: to)?|wanna|up for|down (?:to|for)|let's|lets|lfg|lf\d?m?)(?: to)?(?: (?:vc|queue|duo|hop on|hang out|(?:a )?(?:game|raid)|play(?! (?:for|in|at|against|with)\b)|join (?:me|us|my|vc|the (?:vc|call|game|raid))|\dv\d))\b/,
    /^(?:anyone|anybody|someone) (?:here )?(?:up|down) for \S+|^who's (?:up|down) for (?:a|an|some|vc|\dv\d)\b/,
    /^select \*|^select [\w, ]+ from \w+.*;$|^would you rather\b|^(?:tic tac toe|(?:20|twenty) questions|truth or dare|never have i ever|simon says|hangman|trivia)(?: (?:with me|with us|game|please|time|anyone|now))*$/,
    /^(?:happy|merry|have a) (?:birthday|bday|christmas|xmas|new years?|holidays|easter|halloween|thanksgiving|hanukkah|diwali|eid|(?:good|nice|great) (?:day|night|one|weekend))(?: (?:to|everyone|everybody|all|guys|chat|bot|dude|bro|friends?|folks|y'all|you|my|dear|dateline)\b.{0,20})?$/,
    /^(?:good (?:morning|afternoon|evening|night)|happy (?:mon|tues|wednes|thurs|fri|satur|sun)day|hello|goodnight)(?: (?:chat|all|everyone|everybody|world|there|friends?|guys|people|y'all|folks|to you|dateline))*$/,
    /^(?:touch (?:some )?grass|say less|cry about it|deez nuts|skill issue|get (?:rekt|good|gud)|git gud|rent free|cope(?: harder)?|seethe|let (?:him|her|them) cook|dead chat|chat is (?:so )?dead|who hurt you|hold this l|rip bozo|main character|your mom|(?:ok )?boomer|wake up|what is love|baby don't hurt me)(?: (?:bro|lol|lmao|dude|chat))*$/,
    /^(?:play|skip|pause|stop|queue|repeat) (?:it|this|that|(?:the |this |that |a |some |my |next )*(?:songs?|music|tracks?|videos?|playlist|game))(?: (?:again|now|please|for me))*$/,
    /^(?:draw|sing|dance|send|say|type|dm|follow|hug|kiss|slap|ping|invite|tag|wake|kick|mute|unmute) (?:me|us|it|this|that|up|hi|hello)\b(?: \S+){0,3}$/,
    /^who asked(?: you)?$|^(?:right|all right|so right)$|^(?:it's|that's|this is) (?:so )?(?:sus|cringe|cap|lit|based|trash|lame)$/,
    /^(?:lorem ipsum.*|(?:what(?:'s| is) )?[\d.]+(?: ?[+*^=x] ?[\d.]+)+ ?=?)$/,
  ],
  talkWords:
    words(`hi hey hello hiya howdy yo sup heya greetings hola bonjour hallo ciao thanks thank thx ty tysm thankyou cheers
    bye goodbye cya later goodnight gn gm lol lmao lmfao rofl haha hahaha hehe xd ok okay k kk okey cool nice great awesome
    wow omg wtf bruh amazing perfect lovely sweet neat yes yep yeah yup no nope nah sure fine true welcome sorry oops
    please help start hmm hm um uh meh yay yikes whoa damn oof bravo congrats morning test testing
    happy namaste salaam salam konnichiwa annyeong salut coucou ola oi aloha shalom servus hej hoi merhaba privet
    sus amogus ratio based cringe bet aight yeet pog poggers facts real same stfu kys brb afk gg ggs ez lfg smh ikr idc idk ngl
    cap mid slay simp skibidi rizz wassup wazzup homie bozo boomer hru gyatt sigma trash garbage stupid dumb idiot useless suck sucks lame loser noob clown
    fuck fucking shit blah asdf f w l`),
  talkFillers:
    words(`good bad best the u ur you your you're youre are r is a an bot man bro dude so very much that this it was
    i i'm im me my for all and to love there again friend everyone everybody guys folks day night evening afternoon job work
    one answer help got see im not well done too of oh really just dateline alot lot lots bunch off up no cap toilet da we you've been such has who are`),
  errands: [
    new RegExp(
      `^(?:(?:can|could|will|would|please|pls) (?:you )?)*(?:write|code|make|generate|create|draw|paint|compose|draft|fix|debug) (?:me |us |an? |some |my |this )+(?:\\S+ ){0,3}?${WRITING}\\b|^(?:draw|paint|sketch) (?:me )?an? \\S+$|^(?:write|code|debug|fix) (?:me |us )?(?:an? |some |my |this )?(?:\\S+ ){0,2}?(?:code|script|function|program)\\b`,
    ),
    new RegExp(
      `\\b(?:what|who|where|when|how old)(?:'s| is| are| was|) my (?:own |best |new |little |big )?${OWN}\\b(?:'s)?(?: \\S+){0,2}$|^my (?:own |best |new |little |big )?${OWN}\\b(?! (?:says|said|claims|thinks|told)|.*[,.;:] (?:who|what|when|where|why|how|is|are|did|should|has|will|can)\\b(?!.*\\b(?:i|me|my|you)\\b))|^(?:how (?:do|can|should) i|should i|what (?:do|should) i) (?:tell|ask|text|get|give|buy|find|clean|call|dump|break up with|say to) (?:to )?my ${OWN}\\b`,
    ),
    /^(?:what|who|where|how old) am i(?: (?:holding|thinking(?: of)?|doing|wearing|eating|saying|now|today|right now|really))*$|\bwhere do i live\b|^(?:am|why am) i (?:so |really |still |always |just )*(?:ugly|pretty|cute|dumb|adopted|single|sad|tired|bored|here|like this|alone)\b/,
    /^(?:what|who|where) should i (?:eat|wear|cook|name|text|date|marry)(?: (?:today|tonight|tomorrow|now|(?:for|to) (?:dinner|lunch|breakfast|work|school|bed|prom|(?:a|my) \S+)))*$/,
    new RegExp(
      `^(?:what|how)(?:'s| is) the (?:weather|temperature|forecast)(?: like)?(?: (?:in|for|at) \\S+(?: \\S+)?)? ?${HERE_AND_NOW}$|^(?:the )?(?:weather|temperature|forecast) ${HERE_AND_NOW}$|^weather$`,
    ),
    new RegExp(
      `^(?:(?:is|will) it (?:going to |be )*(?:rain(?:ing|y)?|snow(?:ing|y)?|hot|cold|warm|sunny|windy)|how (?:hot|cold|warm) is it) ?${HERE_AND_NOW}$`,
    ),
    /^(?:(?:what(?:'s| is)|whats) )?\d[\d.]* ?(?:%|percent) of \d[\d.,]*$|\b(?:square|cube) root of\b|\bfactorial of\b|\bsolve for [a-z]\b|^\d[\d.,]* (?:plus|minus|times|divided by|multiplied by|squared|cubed)\b|\b(?:derivative|integral) of (?:[a-z\d]\b|\S*[\d^(])|^(?:what(?:'s| is)|how much is) \d[\d.,]* (?:plus|minus|times|divided by|x|\+|\*|-|\/) \d/,
    new RegExp(
      `^how many ${MEASURE} (?:are )?in (?:a|an|one|\\d[\\d.,]*) \\S+$|^(?:what(?:'s| is) )?\\d[\\d.,]* ?${MEASURE} (?:in|to) ${MEASURE}$`,
    ),
    /\w\((?:|(?=[^()]*[\d"'=,])[^()]*)\)[;:]?$|[=(){}<>][^;=(){}<>]*;$|^sudo \S+ \S|^rm -|^(?:npm|pip) (?:i|install|run|start|uninstall)\b|^git (?:push|pull|commit|clone|add|status|checkout|merge|rebase|init)\b|^#include\b/,
    /\b(?:free (?:nitro|robux|v-?bucks|followers)|discord\.gift|click (?:this|the|on the) link|dm (?:me|us)|hot singles|cheap (?:followers|viagra|meds)|join my (?:server|discord|signals?)|subscribe to my|(?:my|our) onlyfans)\b|^(?:(?:get|win|claim) )?(?:an? |your )?free (?:iphones?|gift ?cards?|crypto|money)(?: (?:here|now|click|for|at)\b.*)?$|^claim your (?:free|prize|gift|reward|account|bonus)\b|^(?:free |best |join )*crypto signals$|^limited(?: time)? offer$|^click here$|^(?:how (?:do i|to|can i) get|get|give me|i want|need|buy)(?: \S+){0,2} (?:robux|v-?bucks|nitro)\b/,
    /\b(?:admins?|mods|moderators?)(?: here| of this| in this)\b|^(?:mods|admins?)$|\bthis server\b|^(?:(?:can|could|will|would|please|pls|someone|somebody|mods?|admins?|you|we|the)[, ]+)*(?:ban|kick|mute) (?:this guy|him|her|them|me)(?: (?:please|pls|now|already|lol))*$/,
    /^(?:what(?:'s| is)|whats) the meaning of life$|^how (?:to|do i|do you|can i) (?:lose weight|get rich|get abs|get a (?:girl|boy)friend|fall asleep|make (?:slime|money|friends))(?: (?:fast|quick(?:ly)?|easily|online|at home|at school|now))*$/,
    /^(?!(?:who|why|when|did|does|is|was|are|were|has|will|how many)\b)(?:.* )?(?:recipes?|lyrics)$|^(?:(?:(?:can|could|would) you )?(?:give|show|find|send|tell|get)(?: (?:me|us))? |i (?:want|need) |what(?:'s| is| are) )?(?:an? |the |some |good |easy |best )*(?:\S+ )?(?:recipes? (?:for|with|using)|lyrics (?:of|to|for)) |\b(?:my|today's) horoscope\b|^horoscopes?(?: (?:for|today)\b.*)?$|\bmy (?:\S+ )?homework\b|\bsynonyms? (?:of|for)\b|\bhow (?:do|to|do you|can i|do i) spell\b/,
    /^what(?:'s| is) the (?:time|date)(?: (?:here|there|today|tomorrow))*(?: in \S+(?: \S+)?)?(?: (?:now|right now|please))*$|^what (?:time|day|date|year) is (?:it|today)(?: (?:here|there|today|tomorrow))*(?: in \S+(?: \S+)?)?(?: (?:now|right now|please))*$|^what(?:'s| is) today'?s? date/,
    /^how (?:to|(?:do|can|should|would) (?:i|you)) (?:\S+ ){0,3}?(?:bake|boil|fry|uninstall|compile|debug|center|centre|unclog|knit|sew|differentiate|concatenate|google|install python|(?:cook|draw|tie|solve|code|program|calculate|convert|reset|delete|sort|parse|install|reverse|screenshot|factor) (?:an?|this|my)|(?:install|program|code) \S+$)\b/,
    /^how (?:to|do i|do you|can i) .*\b(?:in|with|using) (?:css|html|javascript|js|python|java|excel|sql|php|rust|c|react|photoshop|linux|windows|bash|git|word|minecraft|roblox|fortnite)(?: \d+)?$/,
    /^(?:solve|calculate|compute|convert) (?:.*\d|this\b|the (?:equation|integral|derivative)\b)|^(?:(?:can|could|would) you |please )?translate (?:this|.*\b(?:to|into|in) \S+$)|^(?:define|spell|conjugate) \S+$|^(?:what(?:'s| is) )?(?:the )?definition of (?:an? |the )?\S+$/,
  ],
};
