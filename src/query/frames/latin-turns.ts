/** Turns of phrase in languages of the Latin alphabet. */
import type { Turns } from './turns.ts';

/** By ISO 639-1 code. */
// biome-ignore-start format: a table reads better in rows
export const LATIN_TURNS: Readonly<Record<string, Turns>> = {
  de: {
    hello:
      'hallo|hallöchen|hi|hey|moin(?: moin)?|servus|grüß gott|grüezi|guten (?:morgen|tag|abend)|na|tach|huhu',
    talk: 'danke dankeschön dankesehr merci thx klasse genial krass geil nice ok okay ja nein nee nö jup tschüss tschüß ciao bye bitte sorry entschuldigung lol haha stimmt genau',
    among:
      'dir dir du euch ihr bot dateline alle allen leute zusammen sehr viel vielen lieben für die das der deine hilfe antwort nacht mal so ist war es und schön schönen tag abend wieder gern geschehen mir',
    chat: "wie geht(?:s|'s| es)(?: dir)?(?: so)?|was geht(?: ab)?|alles (?:gut|klar)(?: bei dir)?|(?:wer|was) bist du|wie hei(?:ß|ss)t du|was kannst du(?: so| alles)?|bist du (?:ein )?(?:bot|mensch|ki|echt|da)|(?:erzähl|erzähle|sag)(?: mir| uns)? (?:mal )?(?:ei)?nen witz|(?:ei)?n witz|ich liebe dich|halt die klappe|wer hat dich (?:gemacht|gebaut|programmiert)|gute nacht|bis (?:bald|später|dann)|vielen dank",
    tail: 'bitte|danke|eigentlich|denn|lol|oder|oder nicht|oder was|ne|gell',
    now: 'gerade|grad|jetzt|aktuell|derzeit|momentan|zurzeit|im moment|heutzutage|inzwischen|mittlerweile',
    latest:
      "(?:was|gibt(?:s|'s| es)?|gibt es (?:et)?was|was gibt(?:s|'s| es)?|hast du(?: was)?|irgend)(?:et)?(?:was)? ?(?:denn )?neues (?:zu[mr]?|über|von|vom|bei|beim|aus|in|im|mit)|(?:die |das )?(?:neueste?s?|neuste?s?|letzten?|aktuellen?|aktuellste[ns]?)(?: (?:nachrichten|news|meldungen|infos|neuigkeiten|updates?|entwicklungen|stand))?(?: (?:zu[mr]?|über|von|vom|aus|bei|in|im))|(?:nachrichten|neuigkeiten|news|infos|updates?) (?:zu[mr]?|über|von|vom|aus|bei)|neuigkeiten|was (?:ist(?: denn| gerade| da| jetzt)* los|geht(?: ab)?|läuft)(?: (?:denn|gerade|grad|jetzt|da|aktuell))? (?:mit|in|im|bei|beim|auf)|wie (?:steht|sieht) es (?:mit|bei|um)(?: (?:dem|der|den))?|was macht eigentlich|stand (?:der dinge )?(?:bei|beim|zu[mr]?)",
    latestOf: 'neueste nachrichten|aktuelle nachrichten|neuigkeiten|aktueller stand|news|updates?',
    still: 'immer noch|noch immer|noch|weiterhin|nach wie vor',
    whether:
      '(?:stimmt (?:es|das)|ist es (?:wahr|richtig)|ist das wahr|stimmts),? (?:dass|das|daß)|stimmt,? dass',
    summary:
      '(?:eine |kurze )*(?:zusammenfassung|überblick|kurzfassung|tl;?dr)(?: (?:zu[mr]?|über|von|vom|der|des))?|fass(?:e)?(?: mir)?(?: kurz)?|erklär(?:e)?(?: mir)?(?: mal)?(?: kurz)?|worum geht es (?:bei|beim|in|im)|was (?:muss|sollte) (?:ich|man) (?:über|zu[mr]?)',
    timeline:
      '(?:die |eine )*(?:chronologie|chronik|zeitleiste|zeitverlauf|timeline|ablauf)(?: (?:zu[mr]?|von|vom|der|des|bei))?',
    errands:
      '^rezept (?:für|fuer)|songtext|horoskop|meine hausaufgaben?|übersetze|wie (?:spät|viel uhr) ist es|welcher tag ist heute',
    news: 'news nachrichten neues neueste neuesten neuste neuigkeiten aktuelles aktuell passiert passierte geschehen geschah los schlagzeilen meldungen verpasst wichtigste wichtiges gibts heute gestern woche',
    vague:
      'geht gehts gibts gibt gab passiert passierte geschehen geschah los stimmt wahr sagt sagte gesagt sagen meint meinte nachrichten neuigkeiten neueste letzte letzten aktuell aktuelle jetzt gerade denn eigentlich mal noch schon weg macht machte gemacht weiß weiss bitte danke zusammenfassung überblick chronologie leute sache sachen ding nochmal',
  },
  fr: {
    hello: 'bonjour|bonsoir|salut|slt|coucou|cc|hello|hey|yo|bjr|wesh',
    talk: 'merci mercii mrc thx génial parfait bravo ok okay oui non ouais si bye adieu ciao désolé pardon mdr ptdr lol haha bien daccord',
    among:
      'beaucoup bcp à toi a tous toutes tout le monde bot dateline pour ta ton la réponse aide les gens très trop c est tu es et bonne nuit journée soirée demain plus de d accord',
    chat: '(?:comment )?(?:ça|ca|sa) va(?: bien)?(?: toi)?|comment (?:tu vas|vas tu|allez vous|t appelles tu|tu t appelles)|(?:t es|tu es|t) (?:qui|ki)(?: toi)?|(?:qui|ki) (?:es tu|êtes vous|t es)|que (?:sais|peux) tu faire|tu (?:sais|peux) faire quoi|(?:raconte|dis)(?:[ -]moi)?(?: une)? blague|je t ?aime|ta gueule|tu es (?:un )?(?:bot|robot|humain)|qui t a (?:créé|fait)|bonne (?:nuit|journée|soirée)|à (?:plus|bientôt|demain)',
    tail: "s il (?:te|vous) plaît|s'il (?:te|vous) plaît|svp|stp|merci|mdr|lol|en fait|hein|ou pas|du coup|déjà",
    now: 'maintenant|en ce moment|actuellement|à présent|ces jours ci|récemment',
    latest:
      "(?:quoi|qu y a t il|qu'y a t il|qu'y a-t-il|y a quoi|il y a quoi|du|rien) ?(?:de |d'|du )?(?:neuf|nouveau)(?: (?:sur|avec|à|au|en|dans|du|de|pour|concernant)(?: (?:la|le|les|l'))?)|(?:les? |la )?(?:toutes )?(?:dernières?|derniers?|nouvelles?)(?: (?:nouvelles|infos?|actus?|actualités?|news))?(?: (?:sur|de la|de|du|des|d'|à propos de|concernant)(?: (?:la|le|les|l'))?)|(?:des )?(?:nouvelles|infos|actus?|actualités?|news) (?:sur|de la|de|du|des|d'|à propos de)(?: (?:la|le|les|l'))?|(?:qu'est[ -]ce qu'il|qu est ce qu il|il|que|k es ki|qu'est[ -]ce qui) (?:s[ ']|se )?passe(?:[ -]t[ -]il)?(?: quoi)?(?: (?:avec|à|au|en|dans|sur|chez))(?: (?:la|le|les|l'))?|où en est(?: (?:la|le|les|l'))?|c(?:'est| est|) quoi les (?:nouvelles|infos) (?:sur|de|du)",
    latestOf: 'dernières nouvelles|dernières infos|actus?|actualités?|news',
    still: 'toujours|encore',
    whether: "(?:c(?:'est| est|)|est[ -]ce|est il|c'est) (?:vrai|exact)(?: que?| qu'| q)|est[ -]ce vrai que?",
    summary:
      "(?:un )?(?:résumé|recap|récap|récapitulatif|synthèse|tl;?dr)(?: (?:sur|de la|de|du|des|d')(?: (?:la|le|les|l'))?)?|(?:résume|explique|récapitule)(?:[ -]moi)?(?: (?:la|le|les|l'))?|c(?:'est| est|) quoi l(?:'| )(?:histoire|affaire) (?:de la|de|du|des|avec)",
    timeline: "(?:la |une )?(?:chronologie|frise|timeline)(?: (?:de la|de|du|des|d'))?",
    errands:
      '^recette (?:de|d|du|pour)|paroles de (?:la )?chanson|horoscope|mes devoirs|tradui[st]|quelle heure est il|il est quelle heure|quel jour (?:on est|sommes nous)',
    news: 'nouvelles nouvelle nouveau neuf actus actu actualité actualités infos info news titres passe passé manqué raté dernières derniers hier aujourd hui semaine jour journée matin',
    vague:
      'passe passé neuf nouveau nouvelles nouvelle dernières derniers infos info actu actus vrai dit dire disent parle dites koi quoi toujours encore va vas fait faire résumé chronologie prix truc trucs chose choses gens moment maintenant actuellement svp stp merci',
  },
  es: {
    hello:
      'hola|holaa+|buenas|buenos días|buenas (?:tardes|noches)|hey|ey|oye|oigan|saludos|wenas|q tal|qué tal|que onda',
    talk: 'gracias grax grcs thx genial guay chévere perfecto bravo ok okay vale sí si no nop sip bien adiós chao chau bye perdón lol jaja hola buenas claro excelente',
    among:
      'muchas mil por la respuesta tu ayuda todo todos a ti bot dateline amigo amigos gente muy que q tal eres es el la los de nada noches tardes días y hasta luego mañana pronto bueno',
    chat: '(?:cómo|como) (?:estás|estas|andas|va|te va|te llamas)(?: bot)?|(?:qué|q|que) (?:tal|onda|hay|haces)(?: bot)?|(?:quién|quien|qué|que) eres(?: tú| tu)?|(?:qué|que) (?:sabes|puedes) hacer|eres (?:un )?(?:bot|humano|robot|real)|(?:cuéntame|cuenta|dime|dinos)(?: un)? chiste|te (?:quiero|amo)|cállate|quién te (?:creó|hizo)|hasta (?:luego|mañana|pronto)|buenas noches|todo bien',
    tail: 'por favor|porfa|porfis|plis|gracias|jaja|lol|eh|no|o no|o qué|pues',
    now: 'ahora|ahora mismo|ahorita|actualmente|en este momento|hoy en día|últimamente',
    latest:
      '(?:qué|q|que) (?:hay de nuevo|hay nuevo|novedades hay|novedades tenemos) (?:sobre|con|de|del|en|acerca de|respecto a)(?: (?:la|el|los|las))?|(?:las? |los? )?(?:últimas?|últimos?|más recientes?)(?: (?:noticias?|novedades|novedad|hora|actualizaci(?:ón|ones)|info))?(?: (?:sobre|de|del|en|acerca de)(?: (?:la|el|los|las))?)|lo (?:último|más reciente|nuevo) (?:sobre|de|del|en|con)(?: (?:la|el|los|las))?|(?:hay )?(?:alguna )?(?:noticias?|novedades|novedad|info) (?:sobre|de|del|acerca de)(?: (?:la|el|los|las))?|(?:qué|q|que) (?:(?:pasa|ocurre|está pasando|sucede) en|(?:pasa|pasó|está pasando) con)(?: (?:la|el|los|las))?|(?:cómo|como) (?:va|sigue|van|siguen)(?: (?:lo de|la|el|los|las))*|en qué quedó',
    latestOf: 'últimas noticias|últimas novedades|noticias|novedades|news',
    still: 'todavía|aún|sigue|siguen|sigue estando',
    whether: '(?:es|será) (?:verdad|cierto|vdd)(?: (?:que|q|k))',
    summary:
      '(?:un )?(?:resumen|tl;?dr|recap)(?: (?:sobre|de|del)(?: (?:la|el|los|las))?)?|(?:resúmeme|resume|explícame|explica)(?: (?:la|el|los|las|lo de))*|(?:de )?qué va (?:lo de )?(?:la|el|los|las)?',
    timeline:
      '(?:la |una )?(?:cronología|línea de tiempo|timeline)(?: (?:sobre|de|del))?(?: (?:la|el|los|las))?',
    errands: '^receta (?:de|para)|letra de la canción|horóscopo|mi tarea|traduce|qué hora es|qué día es hoy',
    news: 'noticias noticia novedades novedad nuevo nuevas últimas último última titulares pasa pasó paso pasado ocurre ocurrió sucede sucedió hay hoy ayer semana perdí actualidad',
    vague:
      'pasa pasó paso pasado ocurrió noticias noticia novedades últimas última último verdad cierto dice dicen dijo dijeron decir sigue siguen todavía aún hace hizo hicieron va resumen cronología cosa cosas gente ahora actualmente gracias favor metió nuevo',
  },
  pt: {
    hello: 'olá|oi+|oie|e aí|eai|fala|salve|bom dia|boa (?:tarde|noite)|hey|opa|alô',
    talk: 'obrigado obrigada brigado brigada vlw valeu obg thx ótimo perfeito beleza blz ok okay não nao n tchau bye desculpa lol kkk rs certo',
    among:
      'muito mt pela resposta ajuda você vc todos todo mundo galera bot dateline amigo e de nada por tudo bem tá ta é noite dia tarde até mais amanhã demais',
    chat: 'tudo (?:bem|bom|certo|joia)(?: (?:com )?(?:você|vc))?|como (?:vai|você está|vc ta|vc está|está|você se chama)(?: você)?|(?:quem|qm|o que) (?:é|eh) (?:você|vc|tu)|(?:o )?que (?:você|vc) (?:sabe|pode|consegue) fazer|(?:conta|conte|me conta|diga)(?: pra mim)?(?: uma)? piada|(?:eu )?te amo|cala a boca|você é (?:um )?(?:bot|robô|humano)|quem te (?:criou|fez)|até (?:logo|mais|amanhã)|boa noite',
    tail: 'por favor|pf|pfv|pfvr|obrigad[oa]|kk+|lol|né|ou não|então|hein|aí',
    now: 'agora|agora mesmo|atualmente|no momento|neste momento|hoje em dia|ultimamente',
    latest:
      '(?:o )?(?:q|que|oq) (?:há|tem) (?:de )?(?:novo|novidades?) (?:sobre|com|de|do|da|em|no|na)(?: (?:o|a|os|as))?|(?:as? |os? )?(?:últimas?|últimos?|mais recentes?)(?: (?:notícias?|novidades|atualizaç(?:ão|ões)))?(?: (?:sobre|de|do|da|dos|das|em|no|na)(?: (?:o|a|os|as))?)|(?:alguma )?(?:notícias?|novidades?|info) (?:sobre|de|do|da|dos|das)(?: (?:o|a|os|as))?|(?:o )?(?:q|que|oq) (?:(?:(?:está|tá) (?:acontecendo|rolando)|se passa) (?:em|no|na)|(?:(?:está|tá) (?:acontecendo|rolando)|aconteceu|houve|rolou|se passa) com)(?: (?:o|a|os|as))?|como (?:está|ta|tá|anda|vai)(?: (?:a situação (?:de|do|da)|o|a|os|as))',
    latestOf: 'últimas notícias|novidades|notícias|news',
    still: 'ainda|continua|continuam',
    whether: '(?:é|eh|será) (?:verdade|vdd|certo)(?: (?:que|q))|é mesmo verdade que',
    summary:
      '(?:um )?(?:resumo|tl;?dr|recap)(?: (?:sobre|de|do|da|dos|das)(?: (?:o|a|os|as))?)?|(?:resume|resuma|explica|explique|me explica)(?: (?:o|a|os|as))?',
    timeline:
      '(?:a |uma )?(?:cronologia|linha do tempo|timeline)(?: (?:sobre|de|do|da|dos|das))?(?: (?:o|a|os|as))?',
    errands:
      '^receita (?:de|para) (?:bolo|pão|torta|frango|massa|panqueca)|letra da música|horóscopo|dever de casa|traduz|que horas são|que dia é hoje',
    news: 'notícias notícia novidades novidade novo nova novas últimas último última manchetes aconteceu acontece acontecendo houve rolou tem há hoje ontem semana perdi',
    vague:
      'aconteceu acontece rolou notícias notícia novidades novidade últimas última verdade vdd diz dizem disse disseram falou ainda continua fez fazer faz saiu saíram resumo cronologia coisa coisas gente agora atualmente obrigado favor',
  },
  it: {
    hello: 'ciao|salve|buongiorno|buonasera|buondì|ehi|hey',
    talk: 'grazie graz thx perfetto ottimo bravo brava bene ok okay sì si no ciao addio arrivederci scusa lol certo esatto',
    among:
      'mille tante a te tutti tutto bot dateline per la risposta il tuo aiuto molto di nulla sei e notte giorno sera domani presto così ragazzi',
    chat: 'come (?:va|stai|state|ti chiami)|tutto (?:bene|ok)|che si dice|(?:chi|cosa) sei(?: tu)?|(?:che )?cosa (?:sai|puoi) fare|(?:raccontami|dimmi|racconta)(?: una)? barzelletta|ti amo|stai zitto|sei (?:un )?(?:bot|robot|umano)|chi ti ha (?:creato|fatto)|buona (?:notte|giornata|serata)|a (?:presto|domani|dopo)',
    tail: 'per favore|per piacere|pf|grazie|lol|o no|eh|vero|poi|insomma',
    now: 'adesso|ora|attualmente|in questo momento|al momento|ultimamente',
    latest:
      "(?:che|ke|quali|ci sono|cosa c(?:'|)è di) ?(?:novità|nuovo|nuove)(?: ci sono)?(?: (?:su|sulla|sul|sullo|sui|sugli|sulle|di|della|del|con|in|per))|(?:le |l'|la |gli )?(?:ultim[aeio]|più recenti)(?: (?:notizie|notizia|novità|ora|aggiornamenti))?(?: (?:su|sulla|sul|sullo|sui|sugli|sulle|di|della|del|da|dal))|(?:notizie|novità|aggiornamenti|news) (?:su|sulla|sul|sullo|sui|sugli|sulle|di|della|del|da|dal)|(?:che )?(?:cosa|che|ke) (?:(?:succede|sta succedendo) (?:in|nella|nel|a|alla|al|ad|con)|è successo (?:a|alla|al|con))|a che punto (?:è|sono)",
    latestOf: 'ultime notizie|ultime novità|notizie|novità|news',
    still: 'ancora|tuttora',
    whether: '(?:è|sarà) vero (?:che|ke)',
    summary:
      '(?:un )?(?:riassunto|riepilogo|sintesi|tl;?dr|recap)(?: (?:su|sulla|sul|di|della|del|dello|dei|delle))?|(?:riassumi|riassumimi|spiegami|spiega)(?: (?:la|il|lo|i|gli|le))?',
    timeline: '(?:la |una )?(?:cronologia|timeline)(?: (?:di|della|del|dello|dei|delle))?',
    errands:
      '^ricetta (?:di|del|della|per|tiramisu)|testo della canzone|oroscopo|miei compiti|traduci|che or[ae] (?:è|sono)|che giorno è oggi',
    news: 'notizie notizia novità nuovo nuove ultime ultima ultimi titoli successo succede succedendo accaduto accade oggi ieri settimana perso',
    vague:
      'successo succede accaduto notizie notizia novità ultime ultima ultimi vero dice dicono detto dire andata andato ancora tuttora fa fatto fare sta riassunto cronologia cosa cose gente adesso ora grazie favore',
  },
  nl: {
    hello: 'hallo|hoi|hey|hi|goedemorgen|goedemiddag|goedenavond|goeiedag|dag|yo',
    talk: 'bedankt dankje dankjewel dank thx gaaf leuk ok oké okay ja nee doei bye sorry lol haha prima perfect',
    among:
      'je wel u heel veel voor het antwoord jou jullie bot dateline allemaal hulp nacht dag avond graag gedaan en tot morgen erg',
    chat: 'hoe gaat (?:het|ie)(?: met (?:je|jou))?|alles goed(?: met je)?|(?:wie|wat) ben (?:je|jij)|hoe heet (?:je|jij)|wat kan (?:je|jij)(?: allemaal)?|wat kun je(?: allemaal)?|(?:vertel|zeg)(?: me| eens| ons)*(?: een)? (?:mop|grap)|ik hou van (?:je|jou)|ben je (?:een )?(?:bot|robot|mens)|wie heeft jou gemaakt|welterusten|tot (?:later|morgen|ziens)',
    tail: 'alsjeblieft|alstublieft|aub|bedankt|lol|toch|eigenlijk|hè|of niet',
    now: 'nu|op dit moment|momenteel|tegenwoordig|inmiddels',
    latest:
      '(?:wat is er|is er|nog|iets|wat) ?(?:nog )?(?:iets )?nieuws? (?:over|van|met|in|bij|rond)(?: (?:de|het))?|(?:het |de )?(?:laatste|nieuwste|meest recente)(?: (?:nieuws|berichten|ontwikkelingen|updates?))?(?: (?:over|van|in|bij|rond)(?: (?:de|het))?)|(?:nieuws|updates?|info) (?:over|van|uit|in)(?: (?:de|het))?|wat (?:is er (?:aan de hand|gaande)|gebeurt er|speelt er) (?:met|in|bij)(?: (?:de|het))?|hoe (?:staat|zit) het (?:met)(?: (?:de|het))?',
    latestOf: 'laatste nieuws|nieuws|updates?',
    still: 'nog steeds|nog altijd|nog',
    whether: '(?:klopt het|is het waar),? dat',
    summary: '(?:een )?(?:samenvatting|tl;?dr|recap)(?: (?:van|over)(?: (?:de|het))?)?|(?:vat|leg)(?: me)? ',
    timeline: '(?:de |een )?(?:tijdlijn|chronologie|timeline)(?: (?:van|over)(?: (?:de|het))?)?',
    errands: '^recept (?:voor|van)|songtekst|horoscoop|mijn huiswerk|hoe laat is het|welke dag is het',
    news: 'nieuws nieuwe nieuw laatste berichten koppen gebeurd gebeurde gebeurt gemist vandaag gisteren week belangrijkste',
    vague:
      'gebeurd gebeurde gebeurt nieuws nieuw laatste waar klopt zegt zeggen zei gezegd nog steeds gaat staat doet deed gedaan samenvatting tijdlijn ding dingen mensen nu eigenlijk bedankt',
  },
  pl: {
    hello: 'cześć|czesc|hej|hejka|siema|siemka|elo|witam|witaj|dzień dobry|dobry wieczór',
    talk: 'dzięki dzieki dziękuję dziekuje dzienks thx ekstra fajnie ok okej okay tak nie no spoko brawo narazie przepraszam sorry lol dobrze świetnie',
    among:
      'bardzo ci wam za odpowiedź pomoc bot dateline wszystkim wszystko jest to i dobranoc noc dnia miłego do jutra zobaczenia wielkie',
    chat: 'co (?:tam|słychać|u ciebie|robisz)(?: u ciebie)?|jak (?:się masz|leci|masz na imię|tam)|(?:kim|czym) jesteś|kto ty jesteś|co (?:umiesz|potrafisz)(?: robić)?|(?:opowiedz|powiedz)(?: mi)?(?: jakiś)? (?:dowcip|żart|kawał)|kocham cię|zamknij się|jesteś (?:botem|człowiekiem|robotem)|kto cię (?:stworzył|zrobił)|dobranoc|do (?:jutra|zobaczenia|widzenia)',
    tail: 'proszę|prosze|pls|dzięki|lol|właściwie|czy nie|co|no',
    now: 'teraz|obecnie|aktualnie|w tej chwili|ostatnio',
    latest:
      '(?:co|jest coś|czy jest coś|coś) nowego (?:o|w sprawie|z|ze|w|u)|(?:najnowsze|ostatnie|świeże|aktualne)(?: (?:wiadomości|wieści|informacje|newsy|doniesienia))?(?: (?:o|w sprawie|z|ze|na temat))|(?:wiadomości|wieści|informacje|newsy|info) (?:o|w sprawie|z|ze|na temat)|co (?:się )?(?:(?:dzieje|słychać|tam)(?: się)? (?:z|ze|w|we|u|na)|stało(?: się)? (?:z|ze))|jak (?:tam )?(?:wygląda )?sytuacja (?:z|w|na)',
    latestOf: 'najnowsze wiadomości|ostatnie wiadomości|newsy|wiadomości',
    still: 'nadal|wciąż|jeszcze|dalej',
    whether: '(?:czy )?(?:to )?prawda,? (?:że|ze)',
    summary:
      '(?:krótkie )?(?:streszczenie|podsumowanie|skrót|tl;?dr)(?: (?:o|w sprawie))?|(?:streść|podsumuj|wyjaśnij)(?: mi)?|o co chodzi (?:z|ze|w)',
    timeline: '(?:chronologia|oś czasu|kalendarium|timeline)(?: (?:o))?',
    errands:
      '^przepis na|tekst piosenki|horoskop|praca domowa|przetłumacz|która (?:jest )?godzina|jaki dziś dzień',
    news: 'wiadomości wiadomość newsy nowego nowe najnowsze ostatnie stało dzieje wydarzyło dziś dzisiaj wczoraj tydzień ominęło nagłówki',
    vague:
      'stało dzieje wydarzyło wiadomości newsy nowego najnowsze ostatnie prawda mówi mówią powiedział powiedziała powiedzieli nadal wciąż jeszcze tam robi zrobił zrobiła streszczenie podsumowanie rzecz rzeczy ludzie teraz obecnie dzięki proszę',
  },
  tr: {
    hello:
      'selam|slm|selamlar|merhaba|mrb|mrhb|selamün aleyküm|günaydın|iyi (?:günler|akşamlar)|hey|naber|nbr',
    talk: 'teşekkürler teşekkür sağol sağolun saol eyvallah tşk süper harika güzel mükemmel tamam tmm ok okay evet hayır yok bye hoşçakal görüşürüz özür pardon lol aferin bravo',
    among:
      'çok ederim ederiz sana size cevap yardımın için bot dateline herkese arkadaşlar geceler iyi ve sonra yarın ol olsun',
    chat: "nasıls[ıi]n(?: iyi misin)?|nasıls[ıi]n[ıi]z|ne(?: ha)?ber|n'?aber|ne yap[ıi]yorsun|napıyon|napıyorsun|iyi misin|(?:sen )?kimsin(?: sen)?|ad[ıi]n ne|(?:sen )?nesin|neler? yapabil[ie]yorsun|neler? yapabilirsin|(?:bana )?(?:bir )?(?:fıkra|şaka|espri) (?:anlat|yap|söyle)|seni seviyorum|kes sesini|bot musun|insan mısın|robot musun|seni kim (?:yaptı|yarattı)|iyi geceler|görüşürüz",
    tail: 'lütfen|ltf|pls|teşekkürler|lol|acaba|ki|ya|yani',
    now: 'şimdi|şu an|şu anda|şuan|bugünlerde|son zamanlarda|halihazırda',
    latest: 'son (?:dakika|haberler|durum)(?: haberleri)?[:,]?',
    latestOf:
      "(?:(?:ile ilgili|hakkında|hakkındaki|için)? ?)(?:son (?:durum(?: ne(?:dir)?)?|haberler(?:i)?|gelişmeler(?:i)?|dakika)|yeni (?:ne var|bir şey var mı|gelişme var mı)|ne durumda|ne oldu|noldu|n'oldu|ne oluyor|neler oluyor|haberleri|haberler)",
    still: 'hâlâ|hala|halen|hâlen',
    whether: '(?:doğru mu|gerçekten mi),?',
    summary: '(?:kısa )?(?:özet|özeti)[:,]?|özetle',
    timeline: '(?:kronoloji|zaman çizelgesi)[:,]?',
    errands: 'tarifi$|şarkı sözleri|ödevim|saat kaç$|bugün günlerden ne',
    news: 'haberler haber haberleri son yeni gelişmeler oldu oluyor olan neler bugün dün hafta kaçırdım manşetler dakika',
    vague:
      'oldu oluyor noldu haberler haber haberleri son yeni durum durumda gelişmeler doğru dedi diyor söyledi hâlâ hala halen yaptı yapıyor özet özeti şey şeyler insanlar şimdi peki hakkında ilgili teşekkürler lütfen',
  },
  id: {
    hello:
      'hai|halo+|hallo|hei|pagi|siang|sore|malam|selamat (?:pagi|siang|sore|malam)|assalamualaikum|permisi',
    talk: 'makasih terima terimakasih trims mksh tq thx mantap keren bagus hebat oke ok okay ya iya tidak nggak gak enggak dadah bye maaf lol wkwk',
    among:
      'kasih banyak ya kak bang min bot dateline semua semuanya atas jawabannya bantuannya sama selamat tidur sampai jumpa besok dan sekali dong',
    chat: 'apa kabar(?: kamu)?|gimana kabar(?:nya|mu)?|(?:kamu|lu|anda) (?:siapa|apa)|siapa (?:kamu|namamu|nama kamu)|(?:kamu )?bisa apa(?: aja| saja)?|(?:ceritakan|ceritain|kasih|bikin)(?: aku| saya| sebuah)*(?: lelucon| jokes?| cerita lucu)|aku (?:cinta|sayang) kamu|diam|kamu (?:bot|manusia|robot)|siapa yang (?:buat|bikin|menciptakan) kamu|sampai jumpa|lagi apa',
    tail: 'dong|ya|sih|kak|tolong|makasih|terima kasih|lol|nih|deh|kah',
    now: 'sekarang|skrg|saat ini|kini|akhir akhir ini|belakangan ini',
    latest:
      '(?:(?:apa|ada|adakah) )?(?:kabar|berita|info|perkembangan|update) (?:(?:terbaru|terkini|terakhir|baru)(?: (?:tentang|soal|mengenai|dari|di|ttg))?|(?:tentang|soal|mengenai|ttg))|(?:yang )?(?:terbaru|terkini)(?: (?:tentang|soal|mengenai|dari|di))?|apa yang (?:sedang terjadi (?:dengan|di|pada|sama)|terjadi (?:dengan|sama))|(?:gimana|bagaimana|gmn) (?:kabar|kondisi|keadaan|nasib)',
    latestOf: 'berita terbaru|kabar terbaru|terbaru|terkini|gimana|bagaimana|gmn',
    still: 'masih',
    whether: '(?:apa |apakah )?(?:benar|bener|betul)(?:kah)?(?: (?:kalau|bahwa|kalo))?',
    summary: '(?:ringkasan|rangkuman|rangkum|ringkas|jelaskan)(?: (?:tentang|soal|mengenai))?',
    timeline: '(?:kronologi|lini masa)(?:nya)?(?: (?:tentang|soal|kejadian))?',
    errands: '^resep|lirik lagu|ramalan bintang|zodiak|terjemahkan|jam berapa sekarang|hari apa ini',
    news: 'berita kabar info terbaru terkini terjadi kejadian hari ini kemarin minggu update ketinggalan',
    vague:
      'kabar berita info terbaru terkini terjadi benar bener bilang kata katanya mengatakan masih gimana bagaimana ringkasan kronologi hal orang sekarang kalo kalau makasih tolong',
  },
};
// biome-ignore-end format: a table reads better in rows
