/** Questions as people type them in a chat, without capitals, marks and patience, over short reports of agencies, made up. */
import { afterAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { articleDraft } from '../article-draft.ts';
import { openArchive } from './open-archive.ts';

const NOW = Date.parse('2026-11-30T12:00:00Z');

interface Chat {
  readonly articles: readonly (readonly [title: string, body: string])[];
  /** Each with what its first excerpt has to tell. */
  readonly questions: readonly (readonly [question: string, told: string])[];
}

const CHATS: Readonly<Record<string, Chat>> = {
  de: {
    articles: [
      [
        'Fährunglück vor Norderholm: Kapitän suspendiert',
        'Norderholm – Nach der Havarie der Fähre „Seestern“ vor Norderholm hat die Reederei Lütt & Sohn den Kapitän suspendiert. Das Schiff war am Dienstagabend auf eine Sandbank gelaufen. 213 Passagiere wurden von Rettungsbooten an Land gebracht, vier Menschen erlitten leichte Verletzungen.\n\n„Wir werden den Unfall lückenlos aufklären“, sagte Reedereichefin Karin Lütt am Mittwoch. Die Bundesstelle für Seeunfälle rechnet mit einem ersten Bericht im März.',
      ],
      [
        'Tannheim verbietet Elektroroller in der Altstadt',
        'Tannheim – Der Stadtrat von Tannheim hat Elektroroller in der Altstadt verboten. Für den Antrag der Grünen stimmten 31 von 48 Mitgliedern. Das Verbot gilt vom 1. April an, wer dagegen verstößt, zahlt 75 Euro.\n\nOberbürgermeister Jens Pohlmann begründete den Beschluss mit 140 Unfällen im vergangenen Jahr. Der Verleiher Rollo kündigte eine Klage an.',
      ],
      [
        'Landesbank Westmark schließt 60 Filialen',
        'Kassbach – Die Landesbank Westmark schließt bis Ende 2027 jede dritte Filiale. Betroffen sind 60 Standorte und 820 Beschäftigte. Vorstandschef Rainer Obst sprach von einem „schmerzhaften, aber notwendigen Schritt“. Die Gewerkschaft Verdi rief für Freitag zu einem Warnstreik auf.\n\nDie Bank hatte im Herbst einen Verlust von 95 Millionen Euro gemeldet, weil mehrere Immobilienkredite ausgefallen waren.',
      ],
      [
        'Forscher entdecken neue Salamanderart im Harz',
        'Goslar – Biologen der Universität Braunfels haben im Harz eine bislang unbekannte Salamanderart entdeckt. Das nur sechs Zentimeter lange Tier lebt in den Stollen eines Bergwerks aus dem 18. Jahrhundert. Die Art wurde nach der Zoologin Marie Heine benannt.\n\nNach Schätzungen gibt es weniger als 400 Exemplare. „Der Klimawandel bedroht ihren Lebensraum“, sagte Studienleiter Tom Aydin.',
      ],
      [
        'Trainer Brand verlässt den SC Hollbach',
        'Hollbach – Fußball-Zweitligist SC Hollbach und Trainer Uwe Brand gehen getrennte Wege. Nach dem 0:4 gegen Eintracht Moorstedt, der sechsten Niederlage in Folge, bat Brand um die Auflösung seines Vertrags. Bis zum Sommer übernimmt die bisherige Co-Trainerin Svenja Albers.\n\nHollbach steht mit 14 Punkten auf dem vorletzten Platz.',
      ],
      [
        'Hochwasser an der Lenne: Talsperre läuft über',
        'Altena – Nach tagelangem Regen ist die Talsperre Felsau übergelaufen. In Altena mussten 1.200 Menschen ihre Häuser verlassen, die Bundesstraße 236 ist gesperrt. Der Pegel der Lenne erreichte am Sonntag 4,82 Meter, so viel wie nie seit 1961.\n\nMinisterpräsidentin Ruth Kessel versprach den Betroffenen Soforthilfe von 2.500 Euro je Haushalt.',
      ],
    ],
    questions: [
      ['ey wieso wurde der kapitän suspendiert', 'Sandbank'],
      ['wie viele leute waren auf der fähre', '213'],
      ['was hat die chefin von lütt gesagt', 'lückenlos'],
      ['ab wann sind e roller in tannheim verboten', '1. April'],
      ['wieviel strafe zahlt man für roller in der altstadt', '75 Euro'],
      ['wieso macht die landesbank filialen dicht', 'Verlust'],
      ['welches tier ham die im harz gefunden', 'Salamanderart'],
      ['wer ist jetzt trainer bei hollbach', 'Svenja Albers'],
      ['was geht ab in altena', '1.200'],
      ['wie hoch war die lenne', '4,82'],
    ],
  },
  fr: {
    articles: [
      [
        'Grève à la raffinerie de Port-Lormeuil',
        "PORT-LORMEUIL — Les salariés de la raffinerie de Port-Lormeuil ont voté mercredi la grève illimitée. Ils réclament une hausse de salaire de 8 %, la direction en propose 3. Environ 640 personnes ont cessé le travail et les livraisons de carburant sont interrompues dans trois départements.\n\n« Nous tiendrons jusqu'à Noël s'il le faut », a déclaré la déléguée syndicale Nadia Ferrand.",
      ],
      [
        'Le maire de Roqueval condamné pour favoritisme',
        "ROQUEVAL — Le maire de Roqueval, Paul Girard, a été condamné jeudi à dix-huit mois de prison avec sursis et cinq ans d'inéligibilité pour favoritisme. Le tribunal lui reproche d'avoir confié la rénovation du stade à l'entreprise de son beau-frère. Son avocate, Me Sophie Lenoir, a annoncé faire appel.",
      ],
      [
        'Une abbaye du XIIe siècle ravagée par un incendie',
        "SAINT-AUBERT — Un incendie a détruit dans la nuit de samedi à dimanche la toiture de l'abbaye de Saint-Aubert, bâtie au XIIe siècle. Quatre-vingts pompiers ont lutté contre les flammes pendant neuf heures. Personne n'a été blessé. Une bougie oubliée serait à l'origine du sinistre, selon le procureur Marc Tessier.\n\nLa reconstruction pourrait coûter 25 millions d'euros.",
      ],
      [
        'Cyclisme : Élodie Marchand 3e du Tour des Alpes',
        "CHAMBLANC — La Savoyarde Élodie Marchand a terminé troisième du Tour des Alpes, remporté par la Néerlandaise Femke de Wit. Marchand a gagné la 5e étape mais perdu deux minutes dans le dernier col à cause d'une crevaison. « Je reviendrai l'année prochaine pour gagner », a-t-elle promis.",
      ],
      [
        'Le prix du pain augmente de 12 % en un an',
        "PARIS — Le prix moyen de la baguette a atteint 1,14 euro en octobre, soit 12 % de plus qu'il y a un an, selon l'institut Stat-France. Les boulangers invoquent le coût de l'énergie et du blé. Le ministre de l'Économie Luc Aubertin exclut un plafonnement des prix.",
      ],
      [
        'Tempête Olga : deux morts en Bretagne',
        "QUIMBREC — La tempête Olga a fait deux morts et onze blessés en Bretagne. Des rafales de 168 km/h ont été relevées à la pointe de Quimbrec. Quelque 90 000 foyers restaient privés d'électricité lundi soir. Les écoles du Finistère resteront fermées jusqu'à mercredi.",
      ],
    ],
    questions: [
      ['pk ils font greve a la raffinerie', 'hausse de salaire'],
      ['c koi le salaire qu ils veulent', '8 %'],
      ['nadia ferrand a dit quoi', 'Noël'],
      ['le maire de roqueval il a pris combien', 'dix-huit mois'],
      ['abbaye 12eme siecle incendie', 'XIIe siècle'],
      ['cb de pompiers a saint aubert', 'Quatre-vingts'],
      ['elodie marchand elle a fini cmb', 'troisième'],
      ['qui a gagné le tour des alpes', 'Femke de Wit'],
      ['cb coute la baguette mtn', '1,14'],
      ['les ecoles sont fermees jusqua quand en bretagne', 'mercredi'],
    ],
  },
  es: {
    articles: [
      [
        'Huelga de autobuses paraliza Valdeloma',
        'VALDELOMA (Agencias).- Los conductores de autobús de Valdeloma iniciaron el lunes una huelga indefinida para exigir una subida salarial del 9 %. Circula uno de cada cuatro autobuses. «Llevamos seis años sin subida», afirmó el portavoz sindical Julián Ortega. La alcaldesa Inés Robledo convocó a las partes para el jueves.',
      ],
      [
        'Descubren una tumba íbera del siglo IV a. C.',
        'CERRO ALTO.- Un equipo de la Universidad de Almenara halló una tumba íbera del siglo IV antes de Cristo en Cerro Alto. Contiene una espada, dos anillos de oro y los restos de una mujer de unos 40 años. La directora de la excavación, Lucía Campos, dijo que es el hallazgo más importante en décadas.',
      ],
      [
        'El Atlético Marina ficha a Bruno Saldanha',
        'MARINA.- El delantero brasileño Bruno Saldanha jugará las próximas tres temporadas en el Atlético Marina. El club pagará 18 millones de euros al Porto Azul. Saldanha, de 22 años, marcó 21 goles la temporada pasada.',
      ],
      [
        'Detenido el exministro Gallardo por corrupción',
        'MADRID.- La Guardia Civil detuvo el martes al exministro de Transportes Ramiro Gallardo por presuntos sobornos en la compra de trenes. Según el juez, Gallardo habría cobrado 1,3 millones de euros. El exministro niega los hechos. Otras cinco personas fueron detenidas.',
      ],
      [
        'La sequía vacía el embalse de Piedralta',
        'PIEDRALTA.- El embalse de Piedralta está al 11 % de su capacidad, el nivel más bajo desde 1995. El Gobierno regional prohibió regar jardines y llenar piscinas desde el 1 de diciembre. Los agricultores calculan pérdidas de 60 millones de euros en la cosecha de aceituna.',
      ],
      [
        'Un apagón deja sin luz a 200.000 personas',
        'ALMENARA.- Un fallo en una subestación dejó sin luz durante cinco horas a 200.000 personas en Almenara. El metro se detuvo y 300 viajeros quedaron atrapados. La compañía Electra Sur pidió disculpas y pagará 20 euros a cada cliente afectado.',
      ],
    ],
    questions: [
      ['xq hay huelga de buses en valdeloma', 'subida salarial'],
      ['q dijo el sindicalista ortega', 'seis años'],
      ['q encontraron en la tumba', 'espada'],
      ['tumba siglo 4', 'siglo IV'],
      ['cuanto pago el marina por saldanha', '18 millones'],
      ['cuantos goles metio saldanha', '21 goles'],
      ['pq detuvieron a gallardo', 'sobornos'],
      ['q niega gallardo', 'niega los hechos'],
      ['se puede regar el jardin en piedralta', 'prohibió regar'],
      ['cuanto tiempo estuvo sin luz almenara', 'cinco horas'],
    ],
  },
  ru: {
    articles: [
      [
        'Мост через Ольху закрыли из-за трещин',
        'ТАРНОГРАД, 24 ноября. Движение по мосту через Ольху в Тарнограде закрыто до конца января. В опорах обнаружены трещины, сообщил вице-мэр Игорь Савин. Мост построен в 1974 году, по нему ежедневно проезжали 40 тысяч машин. Ремонт обойдётся в 850 миллионов рублей.',
      ],
      [
        'Хоккеистка Соколова перешла в «Метель»',
        'СНЕЖИНО, 23 ноября. Нападающая сборной Дарья Соколова подписала двухлетний контракт с клубом «Метель». В прошлом сезоне она забросила 37 шайб. «Я хочу выиграть чемпионат», — сказала Соколова журналистам.',
      ],
      [
        'В Зелёном Бору сгорел музей ХІХ века',
        'ЗЕЛЁНЫЙ БОР, 22 ноября. Пожар уничтожил деревянный дом-музей художника Перова, построенный в XIX веке. Спасти удалось 112 картин. Причиной стало короткое замыкание, считают в МЧС. Директор музея Анна Литвинова пообещала восстановить здание за два года.',
      ],
      [
        'Цены на гречку выросли на 30 процентов',
        'МОСКВА, 21 ноября. Гречневая крупа за месяц подорожала на 30 процентов, до 110 рублей за килограмм. Эксперты объясняют рост плохим урожаем на Алтае. Министр сельского хозяйства Олег Дёмин исключил дефицит.',
      ],
      [
        'Губернатор Крутов ушёл в отставку',
        'ЛЕСНОЙ, 20 ноября. Губернатор Лесного края Виктор Крутов подал в отставку после скандала с дачей. Временно исполняющей обязанности назначена Елена Жук. Выборы пройдут 14 марта.',
      ],
      [
        'Школьники из Приморска победили на олимпиаде роботов',
        'ПРИМОРСК, 19 ноября. Команда лицея № 5 из Приморска победила на международной олимпиаде роботов в Осаке. Их робот за 48 секунд собрал кубик. Команда получила 10 тысяч долларов.',
      ],
    ],
    questions: [
      ['чо с мостом в тарнограде', 'трещины'],
      ['скок стоит ремонт моста', '850'],
      ['че сказала соколова', 'выиграть чемпионат'],
      ['скока шайб забила соколова', '37'],
      ['из за чего сгорел музей', 'замыкание'],
      ['музей 19 века пожар', 'XIX'],
      ['почему гречка подорожала', 'урожаем'],
      ['скок щас гречка', '110 рублей'],
      ['кто вместо крутова', 'Елена Жук'],
      ['где была олимпиада роботов', 'Осаке'],
    ],
  },
  tr: {
    articles: [
      [
        "Kayalı Barajı'nda su seviyesi yüzde 9'a düştü",
        "KAYALI - İl merkezine içme suyu sağlayan Kayalı Barajı'nda doluluk oranı yüzde 9'a geriledi. Belediye Başkanı Selim Aksoy, 1 Aralık'tan itibaren günde altı saat su kesintisi yapılacağını açıkladı. Aksoy, \"Başka çaremiz kalmadı\" dedi.",
      ],
      [
        "Demirova'da maden kazası: 7 işçi kurtarıldı",
        "DEMİROVA - Demirova'daki kömür madeninde meydana gelen göçükte mahsur kalan 7 işçi 19 saat sonra kurtarıldı. İki işçinin durumu ağır. Savcılık maden müdürü Hakan Tunç hakkında soruşturma başlattı.",
      ],
      [
        'Milli yüzücü Ece Doruk altın madalya kazandı',
        'ROMA - Milli yüzücü Ece Doruk, Avrupa Şampiyonası\'nda 200 metre kelebekte 2.05.31\'lik derecesiyle altın madalya kazandı. 19 yaşındaki Doruk, "Bu madalyayı anneme armağan ediyorum" diye konuştu.',
      ],
      [
        'Ekmeğe yüzde 20 zam geldi',
        "İSTANBUL - İstanbul'da 200 gram ekmeğin fiyatı 12 liradan 14,5 liraya yükseldi. Fırıncılar Odası Başkanı Murat Yalın zammın nedenini un ve enerji maliyetlerindeki artış olarak gösterdi. Yeni tarife pazartesi yürürlüğe girecek.",
      ],
      [
        'Antik Lirma kentinde 2 bin yıllık tiyatro bulundu',
        'MUĞLA - Lirma antik kentindeki kazılarda MS 1. yüzyıldan kalma bir tiyatro ortaya çıkarıldı. Kazı başkanı Prof. Dr. Nilgün Erten tiyatronun 4 bin kişilik olduğunu söyledi.',
      ],
      [
        'Ulaştırma Bakanı Kemal Aydın istifa etti',
        'ANKARA - Ulaştırma Bakanı Kemal Aydın, köprü ihalesiyle ilgili iddiaların ardından görevinden istifa etti. Yerine Leyla Şen atandı. Muhalefet, Meclis araştırması istiyor.',
      ],
    ],
    questions: [
      ['kayali barajinda su kacta', 'yüzde 9'],
      ['selim aksoy ne dedi', 'çaremiz'],
      ['su kesintisi ne zmn basliyo', '1 Aralık'],
      ['madende kac isci kurtarildi', '7 işçi'],
      ['maden muduru kim', 'Hakan Tunç'],
      ['ece doruk kac yasinda', '19 yaşındaki'],
      ['ekmek kac para oldu', '14,5'],
      ['ekmege niye zam geldi', 'un ve enerji'],
      ['lirmada ne bulundu', 'tiyatro'],
      ['bakan niye istifa etti', 'köprü ihalesiyle'],
    ],
  },
};

describe.each(Object.entries(CHATS))('in %s', (language, { articles, questions }) => {
  const opened = openArticleStore(null).then(async (store) => {
    const drafts = articles.map(([title, body], at) =>
      articleDraft({ key: `${at}`, title, body, language, published: `2026-11-2${at}` }),
    );
    await store.add(drafts, 'backfill', NOW);
    return store;
  });
  afterAll(async () => (await opened).close());

  it.each(questions)('%s', async (question, told) => {
    const { verdict, excerpts } = await answerQuestion(question, { asOfMs: NOW }, openArchive(await opened));
    expect(verdict).not.toBe('none');
    expect(excerpts[0]?.text).toContain(told);
  });
});
