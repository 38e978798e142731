/** The words of Romance languages. What each list is for: `language-words.ts`. */
import { anyOf, type LanguageWords } from './language-words.ts';

export const french: LanguageWords = {
  functionWords: `le la les l un une des du de d au aux à a en dans par pour sur sous avec sans entre vers chez contre depuis pendant avant
    après jusque jusqu et ou mais donc or ni car que qu si ne n pas plus se s me te ce c cet cette ces ceci cela ça il elle ils
    elles on je j tu nous vous lui leur leurs eux son sa ses mon ma mes ton ta tes notre votre nos vos y est sont était étaient
    été être fut furent sera seront soit ai as ont avait avaient avoir eu eut fait peut peuvent doit doivent dont très aussi
    même déjà comme lors ainsi t afin celui celle ceux celles
    quelqu quelque quelques rien aucun aucune`,
  asking: {
    person: 'qui, à qui, de qui',
    place: 'où, d où',
    time: 'quand, quelle date, quel jour, quel moment',
    reason: 'pourquoi, pour quelle raison, pour quelles raisons',
    number: 'combien, quel pourcentage, quel nombre, quelle distance, quelle proportion',
    manner: 'comment, de quelle manière, de quelle façon',
    thing:
      'que, quoi, quel, quelle, quels, quelles, lequel, laquelle, lesquels, lesquelles, est ce, qu est, comment s appelle, comment se nomme, comment appelle t',
    year: 'quelle année, quelles années',
    country: 'quel pays, quels pays',
    city: 'quelle ville, quelles villes',
  },
  sameMeaning: `mort morts morte mortes mourir meurt décédé décédée décès décède tué tués tuées > vie, blessé blessés blessée
    blessures, démissionné démissionne démission > quitté quitte, remplace remplacé remplaçant successeur succède, licencie
    licenciés licenciements vire viré virés > supprime supprimer suppressions emplois postes, gagné gagne gagner remporte
    remporté victoire vainqueur battu > imposé, arrêté arrêtée arrêtés arrestation interpellé interpellés, agresseur assaillant
    attaquant agressé agression attaque attaqué attaqués, âge > ans`,
  numbers: `deux trois quatre cinq six sept huit neuf dix onze douze cent cents mille million millions milliard milliards moitié tiers
    quart douzaine`,
  spellings:
    'pk: pourquoi, pq: pourquoi, pkoi: pourquoi, pourkoi: pourquoi, ki: qui, kel: quel, kelle: quelle, koi: quoi, kan: quand, kand: quand, qd: quand, cb: combien, cmb: combien, cmt: comment, bcp: beaucoup, tjs: toujours, tjrs: toujours, ds: dans, pr: pour, dc: donc, mtn: maintenant, jusqua: jusqu’à, q: que',
  pointing: {
    lead: 'et|mais|ou',
    about: 'qu en est il de|quid de',
    place: 'à|au|aux|en|dans,pour,de|du,chez,sur,avec,contre',
    persons: 'lui eux',
    others: 'elle elles leur leurs là alors cela ça celui celle',
  },
  turns: {
    before: anyOf(
      '(?:salut|bonjour|coucou|bonsoir|hello) (?:à tous|a tous|tout le monde|les gens|les gars)',
      "(?:j'ai )?(?:(?:une|juste une|petite|une petite) )?question(?: bête| rapide)?",
      "désolée?(?: si(?: [^ ,]+){1,8})?,? mais|quelqu'un (?:sait|peut me dire)(?: si)?",
      '(?:vous savez|tu sais)(?: si)?|(?:tu peux|peux-tu|pouvez-vous) me dire|dis-?(?: )?moi|dites-?(?: )?moi|euh+',
      'hey|les gars|bon|au fait|franchement|mdr|ptdr|putain',
    ),
    hello: 'bonjour|bonsoir|salut|slt|coucou|cc|hello|hey|yo|bjr|wesh',
    talk: 'merci mercii mrc thx génial parfait bravo ok okay oui non ouais si bye adieu ciao désolé pardon mdr ptdr lol haha bien daccord',
    among:
      'beaucoup bcp à toi a tous toutes tout le monde bot dateline pour ta ton la réponse aide les gens très trop c est tu es et bonne nuit journée soirée demain plus de d accord',
    chat: anyOf(
      '(?:comment )?(?:ça|ca|sa) va(?: bien)?(?: toi)?',
      'comment (?:tu vas|vas tu|allez vous|t appelles tu|tu t appelles)|(?:t es|tu es|t) (?:qui|ki)(?: toi)?',
      '(?:qui|ki) (?:es tu|êtes vous|t es)|que (?:sais|peux) tu faire|tu (?:sais|peux) faire quoi',
      '(?:raconte|dis)(?:[ -]moi)?(?: une)? blague|je t ?aime|ta gueule|tu es (?:un )?(?:bot|robot|humain)',
      'qui t a (?:créé|fait)|bonne (?:nuit|journée|soirée)|à (?:plus|bientôt|demain)',
    ),
    tail: anyOf(
      "s il (?:te|vous) plaît|s'il (?:te|vous) plaît|svp|stp|merci|mdr|lol|en fait|hein|ou pas|du coup|déjà",
      "merci d'avance|merci beaucoup|d'avance merci|source|sources|ptdr|stp merci",
    ),
    now: 'maintenant|en ce moment|actuellement|à présent|ces jours ci|récemment',
    latest: anyOf(
      "(?:quoi|qu y a t il|qu'y a t il|qu'y a-t-il|y a quoi|il y a quoi|du|rien) ?(?:de |d'|du )?(?:neuf|nouveau)(?: (?:sur|avec|à|au|en|dans|du|de|pour|concernant)(?: (?:la|le|les|l'))?)",
      "(?:les? |la )?(?:toutes )?(?:dernières?|derniers?|nouvelles?)(?: (?:nouvelles|infos?|actus?|actualités?|news))?(?: (?:sur|de la|de|du|des|d'|à propos de|concernant)(?: (?:la|le|les|l'))?)",
      "(?:des )?(?:nouvelles|infos|actus?|actualités?|news) (?:sur|de la|de|du|des|d'|à propos de)(?: (?:la|le|les|l'))?",
      "(?:qu'est[ -]ce qu'il|qu est ce qu il|il|que|k es ki|qu'est[ -]ce qui) (?:s[ ']|se )?passe(?:[ -]t[ -]il)?(?: quoi)?(?: (?:avec|à|au|en|dans|sur|chez))(?: (?:la|le|les|l'))?",
      "où en est(?: (?:la|le|les|l'))?|c(?:'est| est|) quoi les (?:nouvelles|infos) (?:sur|de|du)",
      'dernières (?:nouvelles|infos|actus|news)|on en est où (?:avec|de)(?: (?:la|le|les))?',
    ),
    latestOf: 'dernières nouvelles|dernières infos|actus?|actualités?|news',
    still: 'toujours|encore',
    whether: "(?:c(?:'est| est|)|est[ -]ce|est il|c'est) (?:vrai|exact)(?: que?| qu'| q)|est[ -]ce vrai que?",
    summary: anyOf(
      "(?:un )?(?:résumé|recap|récap|récapitulatif|synthèse|tl;?dr)(?: (?:sur|de la|de|du|des|d')(?: (?:la|le|les|l'))?)?",
      "(?:résume|explique|récapitule)(?:[ -]moi)?(?: (?:la|le|les|l'))?",
      "c(?:'est| est|) quoi l(?:'| )(?:histoire|affaire) (?:de la|de|du|des|avec)",
    ),
    timeline: "(?:la |une )?(?:chronologie|frise|timeline)(?: (?:de la|de|du|des|d'))?",
    errands: anyOf(
      '^recette (?:de|d|du|pour)|paroles de (?:la )?chanson|horoscope|mes devoirs|tradui[st]|quelle heure est il',
      'il est quelle heure|quel jour (?:on est|sommes nous)',
    ),
    today: "aujourd'hui|ajd",
    news: 'nouvelles nouvelle nouveau neuf actus actu actualité actualités infos info news titres passe passé manqué raté dernières derniers hier aujourd hui semaine jour journée matin',
    vague:
      'passe passé neuf nouveau nouvelles nouvelle dernières derniers infos info actu actus vrai dit dire disent parle dites koi quoi toujours encore va vas fait faire résumé chronologie prix truc trucs chose choses gens moment maintenant actuellement svp stp merci',
  },
  requests: {
    quoted: 'que $<speaker> $<what>',
    thought: 'comment $<who> $<what>',
    listed: 'quels ',
    quote: [
      "(?:qu['-]?est[ -]ce (?:que |qu')|(?:qu|q) est ce (?:que|qu) )(?<speaker>.+?) (?:a|ont|avait) (?:dit|déclaré|répondu|affirmé|écrit|tweeté|posté|expliqué)(?: (?:à propos|au sujet|sur|de|du|des|à|au)(?: (?:de|du|des|la|le|les))* (?<what>.+))?",
      "(?:qu'|que |qu )(?:a|ont|avait) (?:dit|déclaré|répondu|affirmé|écrit|tweeté|posté|expliqué) (?<speaker>.+?)(?: (?:à propos|au sujet|sur|de|du|des|à|au)(?: (?:de|du|des|la|le|les))* (?<what>.+))?",
      'que (?:dit|disent|pense|pensait|répond|déclare) (?<speaker>(?!on ).+?)(?: (?:à propos|au sujet|sur|de|du|des)(?: (?:de|du|des|la|le|les))* (?<what>.+))?',
      '(?<speaker>.+?) (?:a|ont) (?:dit|déclaré|répondu) quoi(?: (?:à propos|au sujet|sur|de|du|des|à|au)(?: (?:de|du|des|la|le|les))* (?<what>.+))?',
      'comment (?:(?:réagit|réagissent|répond)|(?:a|ont) (?:réagi|répondu)) (?<speaker>.+?)(?: (?:à|au|aux|sur|face)(?: (?:à|la|le|les))* (?<what>.+))?',
    ],
    opinion: [
      "(?:que|qu['-]?est[ -]ce que|comment) (?:(?:pensent|disent|réagissent) )?(?<who>(?:les|beaucoup de) (?:gens|français|habitants|experts|critiques|fans|électeurs|économistes|scientifiques|médecins|riverains))(?: (?:pensent|disent|réagissent))?(?: (?:de|du|des|sur|à|au|la|le|les))*(?<what> .+|)",
      "(?:que pensez[ -]vous|vous pensez quoi|tu penses quoi|(?:l'|les )?(?:avis|opinions?|réactions?|sondages?)) (?:de|du|des|sur|à|au)(?: (?:la|le|les))?(?<what> .+)",
    ],
    compare: [
      "(?:quelles? (?:est|sont) )?(?:la |les |l')?(?:différences?|comparaison) entre (?<a>.+?) et (?<b>.+)",
      'comparer? (?<a>.+?) (?:et|avec|à|au) (?<b>.+)',
    ],
    list: '(?:(?:la |une )?liste (?:de|des|du)|(?:donne|cite|nomme|énumère)(?:[ -]moi)?(?: (?:la liste des|tous|toutes))?(?: (?:les|des))?)(?<what> .+)',
    several: '(?:quels|quelles) (?!sont (?:les )?raisons)[^ ]+s |qui sont ',
    said: 'dit disait déclaré déclare affirmé affirme expliqué explique ajouté annoncé écrit répondu estimé estime dénoncé souligné assuré promis critiqué selon',
    felt: 'sondage pour cent majorité opinion avis critique crainte peur colère espèrent opposés favorables contre inquiets populaire',
  },
};

export const spanish: LanguageWords = {
  functionWords: `el la los las lo un una unos unas de del al a en con por para sin sobre entre hasta desde hacia contra durante según tras y
    e o u pero sino que si no ni se me te le les nos os su sus mi mis tu tus es son era eran fue fueron ser sido siendo está
    están estaba estaban ha han había habían haber hay he hemos tiene tienen tenía puede pueden podía debe este esta estos estas
    ese esa esos esas aquel aquella esto eso ello él ella ellos ellas yo nosotros muy más también ya como cuyo cuya
    alguien algo algún alguno alguna algunos algunas nadie nada ningún ninguna`,
  asking: {
    person: 'quién, quiénes, quien, quienes',
    place: 'dónde, adónde, donde',
    time: 'cuándo, cuando, qué día, qué fecha',
    reason: 'por qué',
    number: 'cuánto, cuánta, cuántos, cuántas, qué porcentaje, qué cantidad',
    manner: 'cómo',
    thing: 'cómo se llama, cómo se llamaba, cómo se denomina, qué, cuál, cuáles, que, cual',
    year: 'qué año, que año',
    country: 'qué país, qué países',
    city: 'qué ciudad, qué ciudades',
  },
  sameMeaning: `muerto muertos muerta muertas murió murieron muere mueren morir muerte fallecido fallecidos falleció fallecieron
    fallecer mató mataron matado > vida, herido heridos heridas lesionados, renunció renuncia renunciar dimitió dimite dimisión
    > cargo, reemplaza reemplazo reemplazará sustituye sustituto sustituirá sucesor sucede, despide despedidos despidos
    despedirá echan echa echó > recortes empleos, ganó gana ganar ganador campeón victoria venció > derrotar derrotó, detenido
    detuvo detuvieron arrestado agarraron atraparon capturado, atacante agresor tirador ataque atacó atacaron disparó, edad >
    años`,
  numbers: `dos tres cuatro cinco seis siete ocho nueve diez once doce cien ciento mil millón millones mitad tercio cuarto docena`,
  spellings:
    'q: que, k: que, ke: que, xq: por qué, pq: por qué, porq: por qué, xke: por qué, kien: quién, qn: quién, kn: quién, cdo: cuándo, dnd: dónde, tb: también, tmb: también, vdd: verdad, kiere: quiere',
  pointing: {
    lead: 'y|e|pero|o',
    about: 'qué (?:hay|pasa) (?:de|con)|qué tal',
    place: 'en,de|del,para,con,contra,sobre,a|al,por',
    persons: 'él ellos ella ellas',
    others: 'su sus allí ahí entonces eso esto ese esa',
  },
  turns: {
    before: anyOf(
      'hola (?:a todos|gente|chicos|amigos|buenas)|buenas',
      '(?:tengo |solo |es )?(?:una |otra )?(?:pregunta|duda|consulta)(?: rápida| tonta)?',
      'perdón(?:,? si(?: [^ ,]+){1,6})?,? pero',
      '(?:alguien sabe|sabe alguien|alguien me puede decir|me puedes decir)(?: si)?|dime|díganme|oye|oigan|eh|bueno',
      'a ver|en serio|por cierto|joder|wey|che',
    ),
    hello:
      'hola|holaa+|buenas|buenos días|buenas (?:tardes|noches)|hey|ey|oye|oigan|saludos|wenas|q tal|qué tal|que onda',
    talk: 'gracias grax grcs thx genial guay chévere perfecto bravo ok okay vale sí si no nop sip bien adiós chao chau bye perdón lol jaja hola buenas claro excelente',
    among:
      'muchas mil por la respuesta tu ayuda todo todos a ti bot dateline amigo amigos gente muy que q tal eres es el la los de nada noches tardes días y hasta luego mañana pronto bueno',
    chat: anyOf(
      '(?:cómo|como) (?:estás|estas|andas|va|te va|te llamas)(?: bot)?',
      '(?:qué|q|que) (?:tal|onda|hay|haces)(?: bot)?|(?:quién|quien|qué|que) eres(?: tú| tu)?',
      '(?:qué|que) (?:sabes|puedes) hacer|eres (?:un )?(?:bot|humano|robot|real)',
      '(?:cuéntame|cuenta|dime|dinos)(?: un)? chiste|te (?:quiero|amo)|cállate|quién te (?:creó|hizo)',
      'hasta (?:luego|mañana|pronto)|buenas noches|todo bien',
    ),
    tail: 'por favor|porfa|porfis|plis|gracias|jaja|lol|eh|no|o no|o qué|pues|gracias de antemano|muchas gracias|mil gracias|(?:ja){2,}j?|fuente|xd',
    now: 'ahora|ahora mismo|ahorita|actualmente|en este momento|hoy en día|últimamente',
    latest: anyOf(
      '(?:qué|q|que) (?:hay de nuevo|hay nuevo|novedades hay|novedades tenemos) (?:sobre|con|de|del|en|acerca de|respecto a)(?: (?:la|el|los|las))?',
      '(?:las? |los? )?(?:últimas?|últimos?|más recientes?)(?: (?:noticias?|novedades|novedad|hora|actualizaci(?:ón|ones)|info))?(?: (?:sobre|de|del|en|acerca de)(?: (?:la|el|los|las))?)',
      'lo (?:último|más reciente|nuevo) (?:sobre|de|del|en|con)(?: (?:la|el|los|las))?',
      '(?:hay )?(?:alguna )?(?:noticias?|novedades|novedad|info) (?:sobre|de|del|acerca de)(?: (?:la|el|los|las))?',
      '(?:qué|q|que) (?:(?:pasa|ocurre|está pasando|sucede) en|(?:pasa|pasó|está pasando) con)(?: (?:la|el|los|las))?',
      '(?:cómo|como) (?:va|sigue|van|siguen)(?: (?:lo de|la|el|los|las))*|en qué quedó',
      'últimas (?:noticias|novedades)|última hora|(?:qué|q|que) se sabe (?:del?|sobre)(?: (?:la|el|los|las))?',
    ),
    latestOf: 'últimas noticias|últimas novedades|noticias|novedades|news',
    still: 'todavía|aún|sigue|siguen|sigue estando',
    whether: '(?:es|será) (?:verdad|cierto|vdd)(?: (?:que|q|k))',
    summary: anyOf(
      '(?:un )?(?:resumen|tl;?dr|recap)(?: (?:sobre|de|del)(?: (?:la|el|los|las))?)?',
      '(?:resúmeme|resume|explícame|explica)(?: (?:la|el|los|las|lo de))*',
      '(?:de )?qué va (?:lo de )?(?:la|el|los|las)?',
    ),
    timeline:
      '(?:la |una )?(?:cronología|línea de tiempo|timeline)(?: (?:sobre|de|del))?(?: (?:la|el|los|las))?',
    errands: '^receta (?:de|para)|letra de la canción|horóscopo|mi tarea|traduce|qué hora es|qué día es hoy',
    today: 'hoy',
    news: 'noticias noticia novedades novedad nuevo nuevas últimas último última titulares pasa pasó paso pasado ocurre ocurrió sucede sucedió hay hoy ayer semana perdí actualidad',
    vague:
      'pasa pasó paso pasado ocurrió noticias noticia novedades últimas última último verdad cierto dice dicen dijo dijeron decir sigue siguen todavía aún hace hizo hicieron va resumen cronología cosa cosas gente ahora actualmente gracias favor metió nuevo',
  },
  requests: {
    quoted: 'qué $<speaker> $<what>',
    thought: 'cómo $<who> $<what>',
    listed: 'qué ',
    quote: [
      '(?:qué|q) (?:dijo|dijeron|dice|dicen|ha dicho|han dicho|declaró|declararon|opina|opinó|piensa|respondió|escribió|tuiteó|comentó|afirmó) (?<speaker>.+?)(?: (?:sobre|de|del|acerca de|respecto a)(?: (?:la|el|los|las|lo de))? (?<what>.+))?',
      'cómo (?:reaccion[aó]|reaccionaron|respond(?:e|ió|ieron)) (?<speaker>.+?)(?: (?:a|al|ante|sobre)(?: (?:la|el|los|las))? (?<what>.+))?',
    ],
    opinion: [
      '(?:qué|cómo|q) (?:piensan?|opinan?|dicen?|reaccionan?|ven?) (?<who>(?:la|mucha) gente|todos|(?:los|las) (?:expertos|vecinos|críticos|fans|votantes|economistas|científicos|médicos|ciudadanos|personas|españoles))(?: (?:de|del|sobre|acerca|ante|a|al|la|el|los|las|lo))*(?<what> .+|)',
      '(?:(?:qué|q) (?:opinas|opináis|piensas|pensáis|opinan ustedes)|(?:la |las )?(?:opini(?:ón|ones)|reacci(?:ón|ones)|encuestas?)) (?:de|del|sobre|a|ante)(?: (?:la|el|los|las))?(?<what> .+)',
    ],
    compare: [
      '(?:cuál(?:es)? (?:es|son) )?(?:la |las )?(?:diferencias?|comparación) entre (?<a>.+?) y (?<b>.+)',
      'comparar? (?<a>.+?) (?:y|con|a) (?<b>.+)',
    ],
    list: '(?:(?:la |una )?lista (?:de|con|del)|(?:enumera|nombra|menciona|dime)(?:me)?(?: (?:todos|todas))?)(?: (?:los|las))?(?<what> .+)',
    several:
      '(?:qué (?!(?:es|más|país|gas|crisis|virus|tras|estás|crees|piensas|opinas|sabes) )[^ ]+s |cuáles son (?:los|las) (?!razones|causas)|quiénes )',
    said: 'dijo dice dijeron declaró afirmó explicó añadió anunció escribió respondió aseguró señaló criticó denunció prometió advirtió según',
    felt: 'encuesta ciento mayoría opinión crítica temor miedo enfado esperan contra favor rechazan apoyan preocupados popular',
  },
};

export const portuguese: LanguageWords = {
  functionWords: `o a os as um uma uns umas de do da dos das em no na nos nas num numa ao aos à às por pelo pela pelos pelas para pra com sem
    sob sobre entre até desde contra durante e ou mas nem que se não lhe lhes me te nos vos ele ela eles elas eu tu nós você
    seu sua seus suas meu minha dele dela deles delas é são era eram foi foram ser sido está estão estava estavam há havia ter
    tem têm tinha tinham teve pode podem deve devem este esta estes estas esse essa esses essas aquele aquela isto isso aquilo
    muito mais também já como depois antes cujo cuja
    alguém algo algum alguma alguns algumas ninguém nada nenhum nenhuma`,
  asking: {
    person: 'quem, a quem, de quem',
    place: 'onde, aonde, de onde',
    time: 'quando, que dia, que data',
    reason: 'por que, porque, porquê, por quê',
    number: 'quanto, quanta, quantos, quantas, que porcentagem, qual porcentagem',
    manner: 'como',
    thing: 'como se chama, como se chamava, que, o que, quê, qual, quais',
    year: 'que ano, qual ano',
    country: 'que país, qual país',
    city: 'que cidade, qual cidade',
  },
  sameMeaning: `morto mortos morta mortas morreu morreram morrer morte faleceu falecido óbitos matou mataram > vida, ferido
    feridos ferida feridas, renunciou renúncia demitiu > deixou cargo, substitui substituto substituirá sucessor sucede, demite
    demitidos demissões demitirá > cortes empregos, ganhou ganha ganhar vencedor venceu vence campeão vitória conquistou >
    derrotou, preso presa prenderam detido prisão pegaram, atirador agressor ataque atacou atacaram, idade > anos`,
  numbers: `dois duas três quatro cinco seis sete oito nove dez onze doze cem cento mil milhão milhões bilhão bilhões metade terço
    quarto dúzia`,
  spellings:
    'q: que, oq: o que, pq: por que, pqe: por que, qm: quem, qdo: quando, qnd: quando, qto: quanto, qtos: quantos, qta: quanta, qtas: quantas, vc: você, vcs: vocês, tb: também, tbm: também, tá: está, ta: está, tao: estão, eh: é, vdd: verdade, hj: hoje, mto: muito, msm: mesmo, pra: para, pro: para o',
  pointing: {
    lead: 'e|mas|ou',
    about: 'que tal|e quanto a',
    place: 'em|no|na|nos|nas,de|do|da|dos|das,para,com,contra,sobre,por,às,à|ao|aos',
    persons: 'ele ela eles elas dele dela',
    others: 'seu sua seus suas lá então isso isto esse essa',
  },
  turns: {
    before: anyOf(
      '(?:oi|olá|ola|e aí|eai) (?:gente|pessoal|galera|a todos|todos)',
      '(?:tenho |só )?(?:uma |outra )?(?:pergunta|dúvida)(?: rápida| boba)?',
      'desculp[ae](?:,? se(?: [^ ,]+){1,6})?,? mas|alguém (?:sabe|pode me dizer)(?: se)?',
      '(?:você |vc )?sabe(?: me)? dizer|me diz|me diga|gente|galera|pessoal|cara|mano|sério|por acaso',
    ),
    hello: 'olá|oi+|oie|e aí|eai|fala|salve|bom dia|boa (?:tarde|noite)|hey|opa|alô',
    talk: 'obrigado obrigada brigado brigada vlw valeu obg thx ótimo perfeito beleza blz ok okay não nao n tchau bye desculpa lol kkk rs certo',
    among:
      'muito mt pela resposta ajuda você vc todos todo mundo galera bot dateline amigo e de nada por tudo bem tá ta é noite dia tarde até mais amanhã demais',
    chat: anyOf(
      'tudo (?:bem|bom|certo|joia)(?: (?:com )?(?:você|vc))?',
      'como (?:vai|você está|vc ta|vc está|está|você se chama)(?: você)?|(?:quem|qm|o que) (?:é|eh) (?:você|vc|tu)',
      '(?:o )?que (?:você|vc) (?:sabe|pode|consegue) fazer',
      '(?:conta|conte|me conta|diga)(?: pra mim)?(?: uma)? piada|(?:eu )?te amo|cala a boca',
      'você é (?:um )?(?:bot|robô|humano)|quem te (?:criou|fez)|até (?:logo|mais|amanhã)|boa noite',
    ),
    tail: 'por favor|pf|pfv|pfvr|obrigad[oa]|kk+|lol|né|ou não|então|hein|aí|obrigad[oa] desde já|desde já obrigad[oa]|valeu|muito obrigad[oa]|fonte|k{2,}',
    now: 'agora|agora mesmo|atualmente|no momento|neste momento|hoje em dia|ultimamente',
    latest: anyOf(
      '(?:o )?(?:q|que|oq) (?:há|tem) (?:de )?(?:novo|novidades?) (?:sobre|com|de|do|da|em|no|na)(?: (?:o|a|os|as))?',
      '(?:as? |os? )?(?:últimas?|últimos?|mais recentes?)(?: (?:notícias?|novidades|atualizaç(?:ão|ões)))?(?: (?:sobre|de|do|da|dos|das|em|no|na)(?: (?:o|a|os|as))?)',
      '(?:alguma )?(?:notícias?|novidades?|info) (?:sobre|de|do|da|dos|das)(?: (?:o|a|os|as))?',
      '(?:o )?(?:q|que|oq) (?:(?:(?:está|tá) (?:acontecendo|rolando)|se passa) (?:em|no|na)|(?:(?:está|tá) (?:acontecendo|rolando)|aconteceu|houve|rolou|se passa) com)(?: (?:o|a|os|as))?',
      'como (?:está|ta|tá|anda|vai)(?: (?:a situação (?:de|do|da)|o|a|os|as))|últimas? (?:notícias?|novidades)',
    ),
    latestOf: 'últimas notícias|novidades|notícias|news',
    still: 'ainda|continua|continuam',
    whether: '(?:é|eh|será) (?:verdade|vdd|certo)(?: (?:que|q))|é mesmo verdade que',
    summary:
      '(?:um )?(?:resumo|tl;?dr|recap)(?: (?:sobre|de|do|da|dos|das)(?: (?:o|a|os|as))?)?|(?:resume|resuma|explica|explique|me explica)(?: (?:o|a|os|as))?',
    timeline:
      '(?:a |uma )?(?:cronologia|linha do tempo|timeline)(?: (?:sobre|de|do|da|dos|das))?(?: (?:o|a|os|as))?',
    errands:
      '^receita (?:de|para) (?:bolo|pão|torta|frango|massa|panqueca)|letra da música|horóscopo|dever de casa|traduz|que horas são|que dia é hoje',
    today: 'hoje|hj',
    news: 'notícias notícia novidades novidade novo nova novas últimas último última manchetes aconteceu acontece acontecendo houve rolou tem há hoje ontem semana perdi',
    vague:
      'aconteceu acontece rolou notícias notícia novidades novidade últimas última verdade vdd diz dizem disse disseram falou ainda continua fez fazer faz saiu saíram resumo cronologia coisa coisas gente agora atualmente obrigado favor',
  },
  requests: {
    quoted: 'o que $<speaker> $<what>',
    thought: 'como $<who> $<what>',
    listed: 'quais ',
    quote: [
      '(?:o )?(?:que|q) (?:(?:foi|é) que )?(?:disse|disseram|diz|dizem|falou|falaram|declarou|afirmou|pensa|acha|respondeu|escreveu|comentou) (?<speaker>.+?)(?: (?:sobre|de|do|da|dos|das|a respeito d[eoa])(?: (?:o|a|os|as))? (?<what>.+))?',
      '(?:o )?(?:que|q) (?:(?:foi|é) que )?(?<speaker>.+?) (?:disse|disseram|diz|falou|falaram|declarou|afirmou|respondeu|escreveu|comentou)(?: (?:sobre|de|do|da|dos|das|a respeito d[eoa])(?: (?:o|a|os|as))? (?<what>.+))?',
      'como (?:reagi(?:u|ram)|reage|respondeu) (?<speaker>.+?)(?: (?:a|ao|à|sobre)(?: (?:o|a|os|as))? (?<what>.+))?',
    ],
    opinion: [
      '(?:o que|que|como|q) (?:(?:pensam?|acham?|dizem?|reage|reagem) )?(?<who>(?:as|muitas) pessoas|o povo|a galera|todo mundo|os (?:moradores|especialistas|críticos|fãs|eleitores|economistas|cientistas|médicos|brasileiros))(?: (?:pensam?|acham?|dizem?))?(?: (?:de|do|da|dos|das|sobre|o|a|os|as))*(?<what> .+|)',
      '(?:(?:o que )?(?:vocês acham|vcs acham|você acha)|(?:a |as )?(?:opini(?:ão|ões)|reaç(?:ão|ões)|pesquisas?)) (?:de|do|da|sobre|a|ao)(?: (?:o|a|os|as))?(?<what> .+)',
    ],
    compare: [
      '(?:(?:qual|quais) (?:é|são) )?(?:a |as )?(?:diferenças?|comparação) entre (?<a>.+?) e (?<b>.+)',
      '(?:compare|comparar|compara) (?<a>.+?) (?:e|com) (?<b>.+)',
    ],
    list: '(?:(?:a |uma )?lista (?:de|do|da|dos|das|com)|(?:liste|enumere|cite)(?: (?:todos|todas))?)(?: (?:os|as))?(?<what> .+)',
    several: '(?:quais (?:são |foram )?(?!(?:as )?(?:razões|causas))[^ ]+s |quem são )',
    said: 'disse diz disseram declarou afirmou explicou acrescentou anunciou escreveu respondeu garantiu criticou denunciou prometeu alertou segundo',
    felt: 'pesquisa cento maioria opinião crítica medo raiva esperam contra favor rejeitam apoiam preocupados popular',
  },
};

export const italian: LanguageWords = {
  functionWords: `il lo la i gli le l un uno una di del dello della dei degli delle dell a al allo alla ai agli alle all da dal dallo dalla dai
    dagli dalle dall in nel nello nella nei negli nelle nell su sul sullo sulla sui sugli sulle sull con per tra fra senza sotto
    contro durante e ed o ma se non né si ci vi mi ti ne lui lei loro essi egli noi voi io tu suo sua suoi sue mio mia è sono era
    erano fu furono essere stato stata stati state sia ha hanno aveva avevano avere ho può possono deve devono questo questa
    questi queste quello quella quelli quelle anche più molto già come dopo prima c d
    qualcuno qualcosa qualche alcuni alcune nessuno nessuna niente`,
  asking: {
    person: 'chi, a chi, di chi, da chi',
    place: 'dove, dov è',
    time: 'quando, che giorno, quale data',
    reason: 'perché, perchè',
    number: 'quanto, quanta, quanti, quante, che percentuale, quale percentuale',
    manner: 'come',
    thing: 'come si chiama, come si chiamava, che, cosa, che cosa, quale, quali, qual, cos è',
    year: 'che anno, quale anno',
    country: 'quale paese, che paese, quale nazione',
    city: 'quale città, che città',
  },
  sameMeaning: `morto morti morta morte morire muore deceduto decesso ucciso uccisi > vita, ferito feriti ferita ferite, dimesso
    dimissioni dimette > lasciato lascia incarico, sostituisce sostituto sostituirà successore succede, licenzia licenziati
    licenziamenti licenzierà > tagli posti, vinto vince vincere vincitore vittoria conquista conquistato battuto, arrestato
    arresto catturato > fermato, aggressore attentatore attacco attaccato aggredito, età > anni`,
  numbers: `due tre quattro cinque sei sette otto nove dieci undici dodici cento mille mila milione milioni miliardo miliardi metà
    terzo quarto dozzina`,
  spellings:
    'ke: che, ki: chi, xke: perché, xché: perché, xche: perché, xk: perché, perke: perché, qnd: quando, qnt: quanto, qnti: quanti, dv: dove, nn: non, cmq: comunque, cs: cosa',
  pointing: {
    lead: 'e|ed|ma|o',
    about: 'che (?:ne è di|dire di)',
    place: 'a|ad|in|nel|nella,di|del|della,per,con,contro,su,da',
    persons: 'lui lei loro',
    others: 'suo sua suoi sue lì allora questo quello',
  },
  turns: {
    before: anyOf(
      '(?:ciao|salve|buongiorno|buonasera) (?:a tutti|ragazzi|raga|gente)',
      "(?:ho |solo )?(?:una |un'altra |altra )?domanda(?: veloce| stupida)?|scusate?(?:,? se(?: [^ ,]+){1,6})?,? ma",
      'qualcuno (?:sa|sa dirmi|può dirmi)(?: se)?|(?:mi )?(?:sai|sapete) dire|dimmi|ditemi|ragazzi|raga|oh+|boh',
      'comunque|seriamente|cavolo|cazzo',
    ),
    hello: 'ciao|salve|buongiorno|buonasera|buondì|ehi|hey',
    talk: 'grazie graz thx perfetto ottimo bravo brava bene ok okay sì si no ciao addio arrivederci scusa lol certo esatto',
    among:
      'mille tante a te tutti tutto bot dateline per la risposta il tuo aiuto molto di nulla sei e notte giorno sera domani presto così ragazzi',
    chat: anyOf(
      'come (?:va|stai|state|ti chiami)|tutto (?:bene|ok)|che si dice|(?:chi|cosa) sei(?: tu)?',
      '(?:che )?cosa (?:sai|puoi) fare|(?:raccontami|dimmi|racconta)(?: una)? barzelletta|ti amo|stai zitto',
      'sei (?:un )?(?:bot|robot|umano)|chi ti ha (?:creato|fatto)|buona (?:notte|giornata|serata)',
      'a (?:presto|domani|dopo)',
    ),
    tail: 'per favore|per piacere|pf|grazie|lol|o no|eh|vero|poi|insomma|grazie mille|grazie in anticipo|fonte|fonti|xd',
    now: 'adesso|ora|attualmente|in questo momento|al momento|ultimamente',
    latest: anyOf(
      "(?:che|ke|quali|ci sono|cosa c(?:'|)è di) ?(?:novità|nuovo|nuove)(?: ci sono)?(?: (?:su|sulla|sul|sullo|sui|sugli|sulle|di|della|del|con|in|per))",
      "(?:le |l'|la |gli )?(?:ultim[aeio]|più recenti)(?: (?:notizie|notizia|novità|ora|aggiornamenti))?(?: (?:su|sulla|sul|sullo|sui|sugli|sulle|di|della|del|da|dal))",
      '(?:notizie|novità|aggiornamenti|news) (?:su|sulla|sul|sullo|sui|sugli|sulle|di|della|del|da|dal)',
      '(?:che )?(?:cosa|che|ke) (?:(?:succede|sta succedendo) (?:in|nella|nel|a|alla|al|ad|con)|è successo (?:a|alla|al|con))',
      'a che punto (?:è|sono)|ultime (?:notizie|novità|news)',
    ),
    latestOf: 'ultime notizie|ultime novità|notizie|novità|news',
    still: 'ancora|tuttora',
    whether: '(?:è|sarà) vero (?:che|ke)',
    summary: anyOf(
      '(?:un )?(?:riassunto|riepilogo|sintesi|tl;?dr|recap)(?: (?:su|sulla|sul|di|della|del|dello|dei|delle))?',
      '(?:riassumi|riassumimi|spiegami|spiega)(?: (?:la|il|lo|i|gli|le))?',
    ),
    timeline: '(?:la |una )?(?:cronologia|timeline)(?: (?:di|della|del|dello|dei|delle))?',
    errands:
      '^ricetta (?:di|del|della|per|tiramisu)|testo della canzone|oroscopo|miei compiti|traduci|che or[ae] (?:è|sono)|che giorno è oggi',
    today: 'oggi',
    news: 'notizie notizia novità nuovo nuove ultime ultima ultimi titoli successo succede succedendo accaduto accade oggi ieri settimana perso',
    vague:
      'successo succede accaduto notizie notizia novità ultime ultima ultimi vero dice dicono detto dire andata andato ancora tuttora fa fatto fare sta riassunto cronologia cosa cose gente adesso ora grazie favore',
  },
  requests: {
    quoted: 'cosa $<speaker> $<what>',
    thought: 'come $<who> $<what>',
    listed: 'quali ',
    quote: [
      "(?:che cosa|che|cosa|ke) (?:(?:ha|hanno|aveva) (?:detto|dichiarato|risposto|scritto|affermato|commentato)|dice|dicono|disse|pensa|dichiara) (?<speaker>(?!la gente).+?)(?: (?:(?:su|sul|sulla|sullo|sui|sulle|sugli|di|del|della|riguardo a) |(?:sull|dell)')(?<what>.+))?",
      "come (?:(?:ha|hanno) (?:reagito|risposto)|reagisce|risponde) (?<speaker>.+?)(?: (?:(?:a|al|alla|alle|ai|su|sulla) |all')(?<what>.+))?",
    ],
    opinion: [
      '(?:che cosa|che|cosa|come) (?:pensa(?:no)?|dice|dicono|reagisce|reagiscono) (?<who>la gente|tutti|(?:gli|i|le) (?:esperti|abitanti|cittadini|critici|tifosi|elettori|economisti|scienziati|medici|italiani|persone|residenti))(?: (?:di|del|della|dei|su|sul|sulla|a|al|alla))?(?<what> .+|)',
      "(?:(?:che|cosa) ne (?:pensate|pensi)|(?:le |i |l')?(?:opinion[ei]|reazion[ei]|pareri|sondaggi[o]?)) (?:di|del|della|dei|su|sul|sulla|a|al|alla)(?<what> .+)",
    ],
    compare: [
      '(?:(?:qual|quali) (?:è|e|sono) )?(?:la |le )?(?:differenz[ae]|confronto) (?:tra|fra) (?<a>.+?) e (?<b>.+)',
      '(?:confronta|paragona) (?<a>.+?) (?:e|con|a) (?<b>.+)',
    ],
    list: '(?:(?:la |una )?lista (?:di|dei|degli|delle|con)|elenco (?:di|dei|degli|delle)|(?:elenca|nomina)(?:mi)?(?: (?:tutti|tutte))?(?: (?:i|gli|le))?)(?<what> .+)',
    several: '(?:quali (?:sono |erano |furono )?(?!(?:le )?(?:ragioni|cause))[^ ]+ |chi sono )',
    said: 'detto dice disse dichiarato dichiara affermato spiegato aggiunto annunciato scritto risposto assicurato sottolineato criticato denunciato promesso avvertito secondo',
    felt: 'sondaggio cento maggioranza opinione critica paura rabbia sperano contro favore contrari favorevoli preoccupati popolare',
  },
};

export const catalan: LanguageWords = {
  functionWords: `el la els les l un una uns unes de d del dels al als a en amb per pel pels sense entre sobre fins des cap contra durant i o
    però si no ni que com perquè quan es s em et ens us li hi ho ha han he hem havia era eren és són ser estar està estan va van
    seu seva seus seves aquest aquesta aquests aquestes aquell aquella això més molt també ja`,
  asking: {
    person: 'qui',
    place: 'on',
    time: 'quan',
    reason: 'per què',
    number: 'quant, quants, quanta, quantes',
    manner: 'com',
    thing: 'què, quin, quina, quins, quines',
    year: 'quin any',
    country: 'quin país',
    city: 'quina ciutat',
  },
  numbers:
    'dos dues tres quatre cinc sis set vuit nou deu onze dotze cent mil milió milions meitat terç quart',
};

export const romanian: LanguageWords = {
  functionWords: `și sau dar ci că să nu în din de la pe cu pentru prin fără între spre către până după înainte sub peste lui ei lor îl o le îi
    își se s a al ai ale un o unui unei unor cel cea cei cele acest această acești aceste acel acea este e sunt era erau fi fost
    fiind va vor ar are au avea aveau am poate pot el ea ei ele eu tu noi voi mai foarte decât dacă iar`,
  asking: {
    person: 'cine, cui, al cui, a cui',
    place: 'unde',
    time: 'când',
    reason: 'de ce',
    number: 'cât, câtă, câți, câte, câţi, ce procent',
    manner: 'cum',
    thing: 'ce, care, căror',
    year: 'ce an, care an',
    country: 'ce țară, care țară, ce ţară',
    city: 'ce oraș, care oraș, ce oraş',
  },
  numbers: `doi două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece sută sute mie mii milion milioane miliard
    miliarde jumătate treime sfert`,
  turns: {
    hello: 'bună(?: ziua| seara| dimineața)?|salutare',
    talk: 'mulțumesc mersi scuze',
    among: 'mult frumos pentru răspuns ajutor tuturor',
    chat: 'ce (?:mai )?faci|cine ești(?: tu)?|ce știi să faci|spune(?:-mi|mi| mi)? (?:o glumă|un banc)|noapte bună',
    latest: anyOf(
      'ce (?:mai )?(?:e nou|noutăți sunt) (?:cu|despre|în|la)',
      '(?:ultimele|cele mai noi) (?:știri|noutăți|vești)(?: (?:despre|din|de la|cu))?',
      '(?:știri|noutăți|vești) (?:despre|din|de la)|ce se întâmplă (?:cu|în|la)',
    ),
    still: 'încă',
    news: 'știri noutăți ultimele întâmplat întâmplă azi ieri săptămâna',
  },
};
