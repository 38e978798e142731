/** The words of Germanic languages, except English. What each list is for: `language-words.ts`. */
import { anyOf, type LanguageWords } from './language-words.ts';

export const german: LanguageWords = {
  functionWords: `der die das den dem des ein eine einen einem einer eines und oder aber sondern denn weil dass daß ob als wenn in im ins an
    ab am auf aus bei beim mit nach von vom zu zum zur für über unter vor hinter zwischen durch gegen ohne um bis seit während wegen
    ist sind war waren sein gewesen wird werden wurde wurden worden hat haben hatte hatten habe kann können konnte konnten soll
    sollen sollte muss müssen musste darf dürfen will wollen wollte möchte er sie es ihn ihm ihr ihre ihren ihrem ihrer seine
    seinen seinem seiner seines ich wir uns du sich man mich mir dich dir euch nicht kein keine keinen auch noch schon nur sehr
    so wie diese dieser dieses diesen diesem jene jener alle allem allen dort hier da dabei dazu davon damit es gibt gab hin her
    laut nun doch etwa
    jemand jemanden jemandem etwas niemand niemanden nichts irgendwer irgendwas`,
  asking: {
    person: 'wer, wen, wem, wessen',
    place: 'wo, wohin, woher',
    time: 'wann, an welchem tag, welches datum',
    reason: 'warum, wieso, weshalb, weswegen',
    number:
      'wie viel, wie viele, wieviel, wieviele, wie hoch, wie alt, wie lang, wie lange, wie groß, wie weit, wie oft, wie schnell, wie schwer',
    manner: 'wie',
    thing:
      'wie heißt, wie heißen, wie hieß, wie lautet, wie nennt, wie nannte, was, welche, welcher, welches, welchen, welchem, wofür, womit, wodurch, woran, worauf, worin, worüber, wovon, wozu, woraus',
    year: 'welchem jahr, welches jahr',
    country: 'welches land, welchem land, welche länder',
    city: 'welche stadt, welcher stadt',
  },
  sameMeaning: `sterben gestorben starb starben tot tote toten tod todesopfer verstorben verstarb umgekommen getötet > leben,
    verletzt verletzte verletzten verwundet verletzung, zurücktreten zurückgetreten zurücktritt rücktritt gekündigt >
    niedergelegt verlässt amt, ersetzt nachfolger nachfolgerin nachfolge, entlassen entlässt gefeuert feuert kündigungen
    entlassungen > streicht stellen arbeitsplätze, gewonnen gewinnt gewann siegte sieg siegen besiegt geholt holt > bezwang
    bezwangen, festgenommen festnahme verhaftet gefasst geschnappt > nahm, angreifer täter messerstecher angegriffen angriff
    attackiert attacke`,
  numbers: `zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend million millionen milliarde milliarden hälfte
    drittel viertel dutzend`,
  spellings:
    'is: ist, wiso: wieso, gibts: gibt es, wars: war es, hats: hat es, gabs: gab es, aufm: auf dem, ausm: aus dem, nich: nicht, ham: haben, vllt: vielleicht',
  pointing: {
    lead: 'und|aber|oder',
    about: 'was ist mit|wie (?:ist|sieht|steht) es (?:mit|in|bei)',
    place: 'in|im|bei,an|am,auf,für,von|aus,nach,mit,gegen,um',
    persons: 'er ihn ihm',
    others: 'sein seine seinen ihre ihren dort damals dann davon dafür dabei daran dazu deren dessen',
    hasCapitalNouns: true,
  },
  turns: {
    before: anyOf(
      '(?:hallo|hi|hey|moin|servus|guten (?:morgen|tag|abend)) (?:zusammen|leute|alle|ihr|miteinander|in die runde)',
      '(?:ich (?:hab|habe|hätte)(?: da)?(?: mal)? )?(?:nur )?(?:(?:mal )?(?:eine?|ne) )?(?:(?:kurze|kleine|schnelle|blöde|dumme|doofe|ernste|andere|letzte|nächste) )?frage',
      '(?:sorry|entschuldigung|verzeihung)(?:,? (?:falls|wenn)(?: [^ ,]+){1,6})?,? aber',
      '(?:weiß|weiss) (?:jemand|wer|einer)(?: von euch)?|(?:kann|könnte) mir (?:jemand|wer) sagen',
      '(?:kannst|könntest) du mir sagen|sagt?(?: mir)?(?: mal)?|erklärt? mir(?: mal)?|leute|ey+|krass|boah|alter',
      'digga|hm+|äh+m?|übrigens|okay|ok|na gut|mal ehrlich|ernsthaft',
    ),
    hello:
      'hallo|hallöchen|hi|hey|moin(?: moin)?|servus|grüß gott|grüezi|guten (?:morgen|tag|abend)|na|tach|huhu',
    talk: 'danke dankeschön dankesehr merci thx klasse genial krass geil nice ok okay ja nein nee nö jup tschüss tschüß ciao bye bitte sorry entschuldigung lol haha stimmt genau',
    among:
      'dir dir du euch ihr bot dateline alle allen leute zusammen sehr viel vielen lieben für die das der deine hilfe antwort nacht mal so ist war es und schön schönen tag abend wieder gern geschehen mir',
    chat: anyOf(
      "wie geht(?:s|'s| es)(?: dir)?(?: so)?|was geht(?: ab)?|alles (?:gut|klar)(?: bei dir)?|(?:wer|was) bist du",
      'wie hei(?:ß|ss)t du|was kannst du(?: so| alles)?|bist du (?:ein )?(?:bot|mensch|ki|echt|da)',
      '(?:erzähl|erzähle|sag)(?: mir| uns)? (?:mal )?(?:ei)?nen witz|(?:ei)?n witz|ich liebe dich|halt die klappe',
      'wer hat dich (?:gemacht|gebaut|programmiert)|gute nacht|bis (?:bald|später|dann)|vielen dank',
    ),
    tail: 'bitte|danke|eigentlich|denn|lol|oder|oder nicht|oder was|ne|gell|danke im voraus|danke schon mal|vielen dank|danke schön|quelle|quellen',
    now: 'gerade|grad|jetzt|aktuell|derzeit|momentan|zurzeit|im moment|heutzutage|inzwischen|mittlerweile',
    latest: anyOf(
      "(?:was|gibt(?:s|'s| es)?|gibt es (?:et)?was|was gibt(?:s|'s| es)?|hast du(?: was)?|irgend)(?:et)?(?:was)? ?(?:denn )?neues (?:zu[mr]?|über|von|vom|bei|beim|aus|in|im|mit)",
      '(?:die |das )?(?:neueste?s?|neuste?s?|letzten?|aktuellen?|aktuellste[ns]?)(?: (?:nachrichten|news|meldungen|infos|neuigkeiten|updates?|entwicklungen|stand))?(?: (?:zu[mr]?|über|von|vom|aus|bei|in|im))',
      '(?:nachrichten|neuigkeiten|news|infos|updates?) (?:zu[mr]?|über|von|vom|aus|bei)|neuigkeiten',
      'was (?:ist(?: denn| gerade| da| jetzt)* los|geht(?: ab)?|läuft)(?: (?:denn|gerade|grad|jetzt|da|aktuell))? (?:mit|in|im|bei|beim|auf)',
      'wie (?:steht|sieht) es (?:mit|bei|um)(?: (?:dem|der|den))?|was macht eigentlich',
      'stand (?:der dinge )?(?:bei|beim|zu[mr]?)',
      '(?:letzte|neueste|neuste|aktuelle) (?:nachrichten|news|meldungen|infos)',
    ),
    latestOf: 'neueste nachrichten|aktuelle nachrichten|neuigkeiten|aktueller stand|news|updates?',
    still: 'immer noch|noch immer|noch|weiterhin|nach wie vor',
    whether:
      '(?:stimmt (?:es|das)|ist es (?:wahr|richtig)|ist das wahr|stimmts),? (?:dass|das|daß)|stimmt,? dass',
    summary: anyOf(
      '(?:eine |kurze )*(?:zusammenfassung|überblick|kurzfassung|tl;?dr)(?: (?:zu[mr]?|über|von|vom|der|des))?',
      'fass(?:e)?(?: mir)?(?: kurz)?|erklär(?:e)?(?: mir)?(?: mal)?(?: kurz)?|worum geht es (?:bei|beim|in|im)',
      'was (?:muss|sollte) (?:ich|man) (?:über|zu[mr]?)',
    ),
    timeline:
      '(?:die |eine )*(?:chronologie|chronik|zeitleiste|zeitverlauf|timeline|ablauf)(?: (?:zu[mr]?|von|vom|der|des|bei))?',
    errands:
      '^rezept (?:für|fuer)|songtext|horoskop|meine hausaufgaben?|übersetze|wie (?:spät|viel uhr) ist es|welcher tag ist heute',
    today: 'heute',
    news: 'news nachrichten neues neueste neuesten neuste neuigkeiten aktuelles aktuell passiert passierte geschehen geschah los schlagzeilen meldungen verpasst wichtigste wichtiges gibts heute gestern woche',
    vague:
      'geht gehts gibts gibt gab passiert passierte geschehen geschah los stimmt wahr sagt sagte gesagt sagen meint meinte nachrichten neuigkeiten neueste letzte letzten aktuell aktuelle jetzt gerade denn eigentlich mal noch schon weg macht machte gemacht weiß weiss bitte danke zusammenfassung überblick chronologie leute sache sachen ding nochmal',
  },
  requests: {
    quoted: 'was $<speaker> $<what>',
    thought: 'wie $<who> $<what>',
    listed: 'welche ',
    quote: [
      'was (?:hat|haben) (?<speaker>(?!ihr |man ).+?)(?: (?:zu|zur|zum|über|wegen)(?: (?:dem|der|den|das|die))? (?<what>.+?))? (?:gesagt|gemeint|erklärt|geäußert|gepostet|getwittert|geschrieben|geantwortet)',
      'was (?:sag(?:t|te|ten|en)|mein(?:t|te|ten|en)|schrieb|erklärte?|twitterte|antwortete) (?<speaker>(?!ihr |man |du ).+?)(?: (?:zu|zur|zum|über|wegen)(?: (?:dem|der|den|das|die))? (?<what>.+))?',
      'wie (?:reagier(?:t|te|en|ten)|antwortete?) (?<speaker>(?!ihr |man |du ).+?)(?: auf(?: (?:den|die|das))? (?<what>.+))?',
      '(?:ein )?(?:zitate?|aussagen?|statements?|stellungnahmen?) (?:von|vom|der|des) (?<speaker>.+?) (?:zu|zur|zum|über) (?<what>.+)',
    ],
    opinion: [
      '(?:was|wie) (?:denken|halten|sagen|finden|meinen|reagieren|stehen) (?<who>(?:die |viele |alle )?(?:leute|menschen|bürger|anwohner|einwohner|experten|kritiker|fans|wähler|deutschen|ökonomen|forscher|ärzte))(?: (?:über|von|vom|zu|zur|zum|auf|die|den|das|dem|der))*(?<what> .+|)',
      'was (?:haltet|denkt|meint|sagt) ihr (?:von|vom|über|zu|zur|zum)(?: (?:dem|der|den|das|die))?(?<what> .+)',
      '(?:die )?(?:meinung(?:en)?|reaktion(?:en)?|stimmung|umfragen?) (?:zu|zur|zum|über|auf|bei|unter)(?: (?:dem|der|den|das|die))?(?<what> .+)',
    ],
    compare: [
      '(?:was ist )?(?:der |die )?(?:unterschiede?|vergleich) (?:zwischen|von) (?<a>.+?) und (?<b>.+)',
      'vergleiche? (?<a>.+?) (?:und|mit) (?<b>.+)',
      'wie unterscheide[nt] sich (?<a>.+?) (?:und|von|vom) (?<b>.+)',
    ],
    list: '(?:(?:eine )?(?:liste|auflistung)(?: (?:der|von|aller|mit))*|(?:nenne?|zähle?)(?: mir| uns)?(?: (?:alle|die))*)(?<what> .+)',
    several:
      'welche (?:[^ ]+ )+?(?:sind|waren|haben|hatten|wurden|werden|nehmen|gehören|gehörten|wollen|können|müssen)(?: |$)',
    said: 'sagt sagte sagen sagten erklärte betonte forderte kritisierte warnte schrieb nannte bezeichnete äußerte bestätigte bestritt dementierte antwortete versprach lobte teilte mitgeteilt zufolge laut',
    felt: 'umfrage prozent mehrheit meinung kritik sorge sorgen angst hoffen fordern ablehnen dafür dagegen unbeliebt beliebt stimmung protest',
  },
};

export const dutch: LanguageWords = {
  functionWords: `de het een en of maar want dat als in op aan van voor met bij uit naar om over onder tussen tegen door zonder sinds tot na
    is zijn was waren wordt worden werd werden geweest heeft hebben had hadden kan kunnen kon konden zal zullen zou zouden moet
    moeten mag mogen wil hij zij ze het hem haar hun zijn ik wij we je u jullie zich men niet geen ook nog al er die dit deze
    daar hier te
    iemand iets niemand niets enige`,
  asking: {
    person: 'wie, wiens',
    place: 'waar, waarheen, waarvandaan',
    time: 'wanneer',
    reason: 'waarom',
    number: 'hoeveel, hoe lang, hoe oud, hoe groot, hoe ver, hoe vaak, hoe hoog',
    manner: 'hoe',
    thing: 'hoe heet, hoe heette, wat, welke, welk, waarmee, waarover, waarvoor',
    year: 'welk jaar',
    country: 'welk land',
    city: 'welke stad',
  },
  sameMeaning: `gestorven sterft stierf stierven dood doden dode overleden overleed omgekomen gedood > leven, gewond gewonden
    gewonde verwond, afgetreden ontslag opgestapt > functie, vervangt opvolger opvolgster, ontslaat ontslagen ontslaan > schrapt
    banen, gewonnen wint won winst verslaat versloeg, aangehouden gearresteerd opgepakt arrestatie, aanvaller dader aanval
    aangevallen`,
  numbers:
    'twee drie vier vijf zes zeven acht negen tien elf twaalf honderd duizend miljoen miljard helft derde kwart dozijn',
  spellings:
    'wrm: waarom, hvl: hoeveel, hoevl: hoeveel, wnr: wanneer, idd: inderdaad, ivm: vanwege, vd: van de, vh: van het, mss: misschien, gwn: gewoon',
  pointing: {
    lead: 'en|maar|of',
    about: 'hoe zit het met|wat (?:dacht je van|met)',
    place: 'in|bij|te,op,voor,van|uit,naar,met,tegen,over',
    persons: 'hij hem zij',
    others: 'zijn haar hun daar toen dan ervan',
  },
  turns: {
    before: anyOf(
      '(?:hallo|hoi|hey|hi) (?:allemaal|iedereen|mensen)',
      '(?:ik heb )?(?:een |even een )?(?:(?:kleine|korte|snelle|domme|andere) )?vraag(?:je)?',
      'sorry(?:,? als(?: [^ ,]+){1,6})?,? maar|weet (?:er )?iemand|zeg(?: eens| me)?|jongens|mensen|ey+|trouwens',
      'serieus|kan iemand me zeggen',
    ),
    hello: 'hallo|hoi|hey|hi|goedemorgen|goedemiddag|goedenavond|goeiedag|dag|yo',
    talk: 'bedankt dankje dankjewel dank thx gaaf leuk ok oké okay ja nee doei bye sorry lol haha prima perfect',
    among:
      'je wel u heel veel voor het antwoord jou jullie bot dateline allemaal hulp nacht dag avond graag gedaan en tot morgen erg',
    chat: anyOf(
      'hoe gaat (?:het|ie)(?: met (?:je|jou))?|alles goed(?: met je)?|(?:wie|wat) ben (?:je|jij)',
      'hoe heet (?:je|jij)|wat kan (?:je|jij)(?: allemaal)?|wat kun je(?: allemaal)?',
      '(?:vertel|zeg)(?: me| eens| ons)*(?: een)? (?:mop|grap)|ik hou van (?:je|jou)',
      'ben je (?:een )?(?:bot|robot|mens)|wie heeft jou gemaakt|welterusten|tot (?:later|morgen|ziens)',
    ),
    tail: 'alsjeblieft|alstublieft|aub|bedankt|lol|toch|eigenlijk|hè|of niet|alvast bedankt|bron|haha',
    now: 'nu|op dit moment|momenteel|tegenwoordig|inmiddels',
    latest: anyOf(
      '(?:wat is er|is er|nog|iets|wat) ?(?:nog )?(?:iets )?nieuws? (?:over|van|met|in|bij|rond)(?: (?:de|het))?',
      '(?:het |de )?(?:laatste|nieuwste|meest recente)(?: (?:nieuws|berichten|ontwikkelingen|updates?))?(?: (?:over|van|in|bij|rond)(?: (?:de|het))?)',
      '(?:nieuws|updates?|info) (?:over|van|uit|in)(?: (?:de|het))?',
      'wat (?:is er (?:aan de hand|gaande)|gebeurt er|speelt er) (?:met|in|bij)(?: (?:de|het))?',
      'hoe (?:staat|zit) het (?:met)(?: (?:de|het))?|laatste (?:nieuws|berichten|updates?)',
    ),
    latestOf: 'laatste nieuws|nieuws|updates?',
    still: 'nog steeds|nog altijd|nog',
    whether: '(?:klopt het|is het waar),? dat',
    summary: '(?:een )?(?:samenvatting|tl;?dr|recap)(?: (?:van|over)(?: (?:de|het))?)?|(?:vat|leg)(?: me)? ',
    timeline: '(?:de |een )?(?:tijdlijn|chronologie|timeline)(?: (?:van|over)(?: (?:de|het))?)?',
    errands: '^recept (?:voor|van)|songtekst|horoscoop|mijn huiswerk|hoe laat is het|welke dag is het',
    today: 'vandaag',
    news: 'nieuws nieuwe nieuw laatste berichten koppen gebeurd gebeurde gebeurt gemist vandaag gisteren week belangrijkste',
    vague:
      'gebeurd gebeurde gebeurt nieuws nieuw laatste waar klopt zegt zeggen zei gezegd nog steeds gaat staat doet deed gedaan samenvatting tijdlijn ding dingen mensen nu eigenlijk bedankt',
  },
  requests: {
    quoted: 'wat $<speaker> $<what>',
    thought: 'hoe $<who> $<what>',
    listed: 'welke ',
    quote: [
      'wat (?:heeft|hebben|had) (?<speaker>(?!je |jij |men ).+?)(?: (?:over|tegen)(?: (?:de|het))? (?<what>.+?))? (?:gezegd|verklaard|geschreven|geantwoord)',
      'wat (?:zei|zeiden|zegt|zeggen|vindt|vond|schreef|verklaarde|antwoordde) (?<speaker>(?!je |jij |men ).+?)(?: (?:over|van)(?: (?:de|het))? (?<what>.+))?',
      'hoe (?:reageert|reageerde|reageren|reageerden) (?<speaker>.+?)(?: op(?: (?:de|het))? (?<what>.+))?',
    ],
    opinion: [
      '(?:wat|hoe) (?:vinden|denken|zeggen|reageren) (?<who>(?:de |veel )?(?:mensen|nederlanders|belgen|bewoners|experts|deskundigen|critici|fans|kiezers|economen|boeren|artsen))(?: (?:van|over|op))?(?: (?:de|het))?(?<what> .+|)',
      '(?:wat (?:vinden jullie|vind je|vind jij)|mening(?:en)?|reacties?|peilingen?) (?:van|over|op)(?: (?:de|het))?(?<what> .+)',
    ],
    compare: [
      '(?:wat is )?(?:het |de )?(?:verschil(?:len)?|vergelijking) tussen (?<a>.+?) en (?<b>.+)',
      'vergelijk (?<a>.+?) (?:en|met) (?<b>.+)',
    ],
    list: '(?:(?:een |de )?(?:lijst|lijstje|overzicht) (?:van|met)(?: (?:de|het|alle))?|(?:noem|geef)(?: me)?(?: (?:alle|de))*)(?<what> .+)',
    several:
      'welke (?:[^ ]+ )+?(?:zijn|waren|hebben|hadden|worden|werden|doen|deden|blijven|gaan|willen|kunnen|moeten)(?: |$)',
    said: 'zei zegt zeiden zeggen verklaarde meldde meldt schreef schrijft noemt noemde vindt vond aldus volgens benadrukte waarschuwde bevestigde ontkende antwoordde beloofde reageerde',
    felt: 'peiling procent meerderheid mening kritiek zorgen bang woede hopen tegen steunen teleurgesteld tevreden boos populair',
  },
};

export const danish: LanguageWords = {
  functionWords: `og i på af til for fra med om ved under over mellem mod efter før uden at der den det de en et er var være været bliver
    blev blive har havde have vil ville kan kunne skal skulle må ikke men eller som sig sin sit sine han hun hans hendes deres
    dem jeg du vi denne dette disse så også når da hvis end ind ud op ned`,
  asking: {
    person: 'hvem, hvis',
    place: 'hvor',
    time: 'hvornår',
    reason: 'hvorfor',
    number: 'hvor mange, hvor meget, hvor gammel, hvor lang, hvor længe, hvor stor',
    manner: 'hvordan',
    thing: 'hvad, hvilken, hvilket, hvilke',
    year: 'hvilket år',
    country: 'hvilket land',
    city: 'hvilken by',
  },
  numbers:
    'to tre fire fem seks syv otte ni ti elleve tolv hundrede tusind million millioner milliard halvdelen tredjedel kvart',
  turns: {
    hello: 'hejsan|goddag|god (?:morgen|aften)|godmorgen|hejsa',
    talk: 'mange tusind farvel undskyld',
    among: 'tak for svaret hjælpen alle',
    chat: 'tak|mange tak|tusind tak|hvordan (?:går det|har du det)|hvem er du|hvad kan du|fortæl en vittighed|godnat',
    latest:
      '(?:det )?seneste(?: nyt)? (?:om|fra)|(?:noget|hvad er der(?: af)?) nyt (?:om|fra|med)|nyheder (?:om|fra)|hvad sker der (?:med|i)|seneste nyt',
    still: 'stadig|stadigvæk',
    news: 'nyheder nyt seneste sket skete sker ugen',
  },
};

export const norwegian: LanguageWords = {
  functionWords: `og i på av til for fra med om ved under over mellom mot etter før uten at der den det de en et ei er var være vært blir ble
    bli har hadde ha vil ville kan kunne skal skulle må ikke men eller som seg sin sitt sine han hun hans hennes deres dem jeg
    du vi denne dette disse så også når da hvis enn`,
  asking: {
    person: 'hvem, hvis',
    place: 'hvor',
    time: 'når',
    reason: 'hvorfor',
    number: 'hvor mange, hvor mye, hvor gammel, hvor lenge, hvor lang, hvor stor',
    manner: 'hvordan',
    thing: 'hva, hvilken, hvilket, hvilke',
    year: 'hvilket år',
    country: 'hvilket land',
    city: 'hvilken by',
  },
  numbers:
    'to tre fire fem seks sju syv åtte ni ti elleve tolv hundre tusen million millioner milliard halvparten tredjedel',
  turns: {
    hello: 'heisann|god (?:morgen|kveld)|hei',
    talk: 'takk unnskyld',
    among: 'tusen mange for svaret hjelpen alle skal du ha',
    chat: 'hvordan (?:går det|har du det)|hvem er du|hva kan du|fortell en vits|god natt',
    latest:
      '(?:det )?siste(?: nytt)? (?:om|fra)|(?:noe|hva er) nytt (?:om|fra|med)|nyheter (?:om|fra)|hva skjer (?:med|i)|siste nytt',
    still: 'fortsatt|fremdeles',
    news: 'nyheter nytt siste skjedd skjedde skjer uken',
  },
};

export const swedish: LanguageWords = {
  functionWords: `och i på av till för från med om vid under över mellan mot efter före utan att som den det de en ett är var vara varit blir
    blev bli har hade ha ska skulle kan kunde vill ville måste inte men eller sig sin sitt sina han hon hans hennes deras dem
    jag du vi denna detta dessa så också när då än där här`,
  asking: {
    person: 'vem, vems, vilka',
    place: 'var, vart, varifrån',
    time: 'när',
    reason: 'varför',
    number: 'hur många, hur mycket, hur gammal, hur länge, hur lång, hur stor',
    manner: 'hur',
    thing: 'vad, vilken, vilket',
    year: 'vilket år',
    country: 'vilket land',
    city: 'vilken stad',
  },
  numbers:
    'två tre fyra fem sex sju åtta nio tio elva tolv hundra tusen miljon miljoner miljard hälften tredjedel',
  turns: {
    hello: 'hejsan|tjena|hallå|god (?:morgon|kväll)',
    talk: 'tack tackar förlåt hejdå',
    among: 'så mycket för svaret hjälpen ska du ha alla',
    chat: 'hur (?:mår du|är läget)|vem är du|vad kan du(?: göra)?|berätta ett skämt|god natt',
    latest: anyOf(
      '(?:vad är )?(?:det )?senaste(?: (?:nytt|nyheterna|nyheter))? (?:om|från|kring)',
      '(?:vad är|något|nåt) nytt (?:om|med|kring|från)|nyheter (?:om|från)|vad händer (?:med|i)',
      'senaste (?:nytt|nyheterna)',
    ),
    still: 'fortfarande',
    news: 'nyheter nytt senaste hänt hände händer idag igår veckan',
  },
};
