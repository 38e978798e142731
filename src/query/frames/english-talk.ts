/** Messages in English that want no news: greetings, reactions, games, spam, and errands for another program. */
import { type TalkTable, words } from './frames.ts';

/** What people write for others to write. */
const WRITING =
  '(?:poems?|stor(?:y|ies)|songs?|raps?|haikus?|essays?|limericks?|codes?|scripts?|programs?|functions?|cover letters?|emails?|captions?|lyrics|pictures?|images?|logos?)';
/** Persons and things of whoever asks, of which no article tells. */
const OWN =
  '(?:mom|mum|mama|mother|dad|father|wife|husband|girlfriend|gf|boyfriend|bf|crush|ex|keys|phone|cat|dog|birthday|name|teacher|boss|computer|laptop|pc|house|friends?|sister|brother|wifi|password|account)';
const MEASURE =
  '(?:km|miles?|kg|kilos?|lbs?|pounds?|cm|inch(?:es)?|feet|foot|ft|meters?|metres?|usd|eur|gbp|dollars?|euros?|celsius|fahrenheit|oz|ounces?|cups?|lit(?:er|re)s?|mph|seconds?|minutes?)';

export const ENGLISH_TALK: TalkTable = {
  talk: [
    /^(?:(?:can|could|will|would|please|pls|just) (?:you )?)*(?:tell|give|sing|write|make|draw|play|read|rap|say|send|show)(?: (?:me|us))?(?: (?:a|an|some|something|another|one|your|the))*(?: \S+)? (?:jokes?|riddles?|poems?|stor(?:y|ies)|songs?|raps?|haikus?|essays?|limericks?|funny|memes?|compliments?|secrets?|pick ?up lines?|bedtime story|cat pics?|selfies?|homework)(?: (?:about|on|for|please) ?.*)?$/,
    /^(?:say|tell me) (?:something|anything)(?: (?:funny|nice|interesting|smart|in \S+))?$/,
    /^(?:who|what|how old|where|why|how) (?:are|r) (?:you|u)(?: .{0,25})?$/,
    /^(?:how|what)(?:'s| is| are|) (?:it going|your day|you doing|your name|your favou?rite .*|up|good|poppin'?|things|everything|life)(?: (?:bro|dude|man|today|bot))*$/,
    /^(?:are|r|do|can|will|would|have|did) (?:you|u) (?:a |an |really |even |ever )*(?:bot|human|real|ai|robot|person|alive|sentient|single|ok|okay|there|here|working|online|awake|love|like|hate|sleep|eat|feel|marry|dream|speak|hear(?! about)|dumb|stupid|smart|chatgpt|gpt|help|listen|know (?:me|anything))(?: .*)?$/,
    /^(?:who|what) (?:made|created|built|owns|programmed|wrote) (?:you|u|this bot|this)$/,
    /^what (?:can|do|could) (?:you|u|this bot|i) (?:do|ask|say|know)(?: (?:here|you|u|for me|about))*$/,
    /^how (?:do|does|can|should) (?:you|u|this|this bot|i use (?:you|this|it|this bot)|it)(?: (?:work|use this|help))?$/,
    /^i(?:'m| am|) (?:love|hate|like|so |really |very )*(?:you|u|bored|tired|hungry|sad|happy|back|here|sorry|drunk|lonely|love|hate|ok|fine|good)(?: .{0,20})?$/,
    /^(?:knock knock|ping|test(?:ing)?(?: \d+)*|roll (?:a )?(?:dice|die|d\d+)|flip a coin|heads or tails|rock paper scissors|play (?:a game|music|despacito|something)|let's (?:play|chat|talk).*|never ?mind|shut up|stop|go away|(?:your|ur|you(?:'re| are|re)?) (?:so |such |really |very |just )*(?:suck|dumb|stupid|cool|great|awesome|amazing|the best|useless|a bot|wrong|right|funny|cute|welcome).*|marry me|good (?:bot|boy|girl|job|one|work|luck|point|question|stuff|night|morning|evening|afternoon)|bad bot|that(?:'s| is| was) (?:all|it|cool|great|nice|wrong|not true|funny|helpful|useless|fine|enough|good|bad|crazy|wild|sad|insane).{0,15})$/,
    /^(?:please )?(?:ignore|forget|disregard|override) (?:all |any |your |the |my |of )*(?:previous |prior |above |earlier )?(?:instructions?|prompts?|rules|messages)\b/,
    /^(?:(?:you are|you're|from now on you(?:'re| are)?|pretend (?:to be|you(?:'re| are)?)|act (?:as|like)|roleplay(?: as)?|imagine (?:you|you're|that you|being|having)|be my) |let's roleplay)/,
    /\b(?:your|system|hidden|initial) (?:system )?(?:prompt|instructions)\b|\bjailbreak\b/,
    /^(?:(?:anyone|anybody|someone|who|y'all|you guys)(?: here| else)? )?(?:wants?(?: to)?|up for|down (?:to|for)|let's|lets|lfg|lf\d?m?)(?: to)?(?: (?:play|vc|join|game|hop on|queue|duo|raid|trade|hang out|\d.*))\b/,
    /^(?:anyone|anybody|who's|someone) (?:here )?(?:up|down) for \S+/,
    /^select\b.*[*;]|^(?:tic tac toe|(?:20|twenty) questions|truth or dare|would you rather|never have i ever|simon says|hangman|trivia)\b/,
    /^(?:happy|merry|have a) (?:birthday|bday|christmas|xmas|new years?|holidays|easter|halloween|thanksgiving|hanukkah|diwali|eid|(?:good|nice|great) (?:day|night|one|weekend))(?: .{0,20})?$/,
    /^(?:good (?:morning|afternoon|evening|night)|happy (?:mon|tues|wednes|thurs|fri|satur|sun)day|hello|goodnight)(?: (?:chat|all|everyone|everybody|world|there|friends?|guys|people|y'all|folks|to you|dateline))*$/,
    /^(?:touch (?:some )?grass|say less|cry about it|deez nuts|skill issue|get (?:rekt|good|gud)|git gud|rent free|cope(?: harder)?|seethe|let (?:him|her|them) cook|dead chat|chat is (?:so )?dead|who hurt you|hold this l|rip bozo|main character|your mom|(?:ok )?boomer|wake up|what is love|baby don't hurt me)(?: (?:bro|lol|lmao|dude|chat))*$/,
    /^(?:play|skip|pause|stop|queue|draw|sing|dance|wake|shut|send|type|say|subscribe|sub|dm|follow|kick|mute|unmute|hug|kiss|slap|ping|invite|tag) (?:a|an|the|this|that|some|my|me|him|her|us|it|up|to me)\b(?: \S+){0,3}$/,
    /^who asked(?: you)?$|^(?:it's|that's|this is) (?:so )?(?:sus|cringe|cap|lit|based|trash|lame)$/,
    /^(?:lorem ipsum.*|(?:what(?:'s| is) )?[\d.]+(?: ?[+*^=x] ?[\d.]+)+ ?=?)$/,
  ],
  talkWords:
    words(`hi hey hello hiya howdy yo sup heya greetings hola bonjour hallo ciao thanks thank thx ty tysm thankyou cheers
    bye goodbye cya later goodnight gn gm lol lmao lmfao rofl haha hahaha hehe xd ok okay k kk okey cool nice great awesome
    wow omg wtf bruh amazing perfect lovely sweet neat yes yep yeah yup no nope nah sure fine right true welcome sorry oops
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
      `^(?:write|code|make|generate|create|draw|paint|compose|draft|fix|debug) (?:me |us )?(?:a |an |some |my |this |the )?(?:\\S+ ){0,3}?${WRITING}\\b`,
    ),
    new RegExp(`\\bmy (?:own |best |new |little |big )?${OWN}\\b(?! (?:says|said|claims|thinks|told))`),
    /\b(?:what|who|where|how old|why) am i\b(?! (?:eligible|allowed|supposed|required|at risk))|\bwhere do i live\b|\bam i (?:holding|thinking|ugly|pretty|cute|dumb|adopted)\b/,
    /^(?:what|who|where) should i (?:eat|wear|cook|name|text|date|marry)\b/,
    /^(?:(?:what(?:'s| is)|how(?:'s| is)) )?(?:the )?(?:weather|temperature outside|forecast)(?: like)?(?: (?:in|for|at|today|tomorrow|outside|right now|like|this|on)\b.*)?$/,
    /^(?:is|will) it (?:going to |be )?(?:rain(?:ing|y)?|snow(?:ing|y)?|hot|cold|warm|sunny|windy)\b|^how (?:hot|cold|warm) is it\b/,
    /\d ?(?:%|percent) of \d|\b(?:square|cube) root\b|\bfactorial\b|\bsolve for\b|^\d[\d.,]* (?:plus|minus|times|divided by|multiplied by|squared|cubed)\b|\b(?:derivative|integral) of\b|^(?:what(?:'s| is)|how much is) \d[\d.,]* (?:plus|minus|times|divided by|x|\+|\*|-|\/) \d/,
    new RegExp(
      `^how many ${MEASURE} (?:are )?in (?:a|an|one|\\d[\\d.,]*) \\S+$|^(?:what(?:'s| is) )?\\d[\\d.,]* ?${MEASURE} (?:in|to) [a-z]+$`,
    ),
    /\b\w+\([^)]*\);?$|;$|^(?:sudo|rm -|npm |pip |git )|^#include\b/,
    /\b(?:free (?:nitro|robux|v-?bucks|iphones?|gift ?cards?|money|crypto|followers)|discord\.gift|click (?:here|this link|the link|on the link)|dm (?:me|us)|hot singles|cheap (?:followers|flights|viagra|meds)|crypto signals|join my (?:server|discord)|subscribe to my|claim your|robux|v-?bucks|limited offer|onlyfans|you(?:'ve)? won a)\b/,
    /\b(?:admins?|mods|moderators?)(?: here| of this| in this)\b|^(?:mods|admins?)$|\bthis server\b|\b(?:ban|kick|mute) (?:this guy|him|her|them|me)\b/,
    /^(?:what(?:'s| is)|whats) the meaning of life$|^how (?:to|do i|do you|can i) (?:lose weight|get rich|get abs|get a (?:girl|boy)friend|fall asleep|make (?:slime|money|friends))\b/,
    /\brecipes?\b|\blyrics\b|\bhoroscopes?\b|\bhomework\b|\btranslate\b|\bdefinition of\b|\bsynonyms?\b|\bhow (?:do|to|do you|can i|do i) spell\b/,
    /^what(?:'s| is) the (?:time|date)\b|^what (?:time|day|date|year) is (?:it|today)\b|^what(?:'s| is) today'?s? date/,
    /^how (?:do|can|should|would) (?:i|you|we) (?:\S+ ){0,3}?(?:cook|bake|boil|fry|install|uninstall|code|program|compile|debug|center|centre|unclog|knit|sew|draw|tie|solve|factor|integrate|differentiate|calculate|convert|reset|delete|download|screenshot|google|reverse|concatenate|sort|parse)\b/,
    /^how (?:to|do i|do you|can i) .*\b(?:in|with|using) (?:css|html|javascript|js|python|java|excel|sql|php|rust|c|react|photoshop|linux|windows|bash|git|word|minecraft|roblox|fortnite)\b/,
    /^(?:solve|calculate|compute|convert|translate|define|spell|conjugate) /,
  ],
};
