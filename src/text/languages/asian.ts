/** The words of languages of southern and eastern Asia. What each list is for: `language-words.ts`. */
import { anyOf, type LanguageWords } from './language-words.ts';

export const indonesian: LanguageWords = {
  functionWords: `yang di ke dari pada dalam untuk dengan dan atau tetapi tapi oleh sebagai adalah ialah itu ini tersebut tidak bukan akan
    telah sudah sedang masih juga bahwa karena jika kalau ketika saat para ia dia mereka kami kita saya anda nya antara tentang
    terhadap bagi agar serta ada dapat bisa
    seseorang sesuatu saja banget belum sama`,
  asking: {
    person: 'siapa, siapakah',
    place: 'di mana, dimana, ke mana, dari mana, manakah',
    time: 'kapan, kapankah, bilakah',
    reason: 'mengapa, kenapa',
    number: 'berapa, berapakah',
    manner: 'bagaimana, bagaimanakah',
    thing: 'apa, apakah, mana',
    year: 'tahun berapa',
    country: 'negara mana, negara apa',
    city: 'kota mana, kota apa',
  },
  numbers:
    'dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas ratus seratus ribu seribu juta miliar setengah sepertiga',
  spellings:
    'yg: yang, gmn: bagaimana, gimana: bagaimana, knp: kenapa, brp: berapa, dmn: di mana, kpn: kapan, utk: untuk, dgn: dengan, tdk: tidak, gak: tidak, nggak: tidak, skrg: sekarang, sdh: sudah, udah: sudah, kalo: kalau, krn: karena, tsb: tersebut, ttg: tentang, aja: saja, bgt: banget, jg: juga, blm: belum, tp: tapi, pd: pada, dlm: dalam, org: orang',
  pointing: {
    lead: 'dan|tapi|atau|lalu|terus|trus',
    about: 'bagaimana dengan|gimana dengan|kalau|kalo|yang',
    aboutEnd: 'gimana|bagaimana|gmn|juga',
    place: 'di,ke,dari,untuk,dengan,tentang|soal,pada',
    persons: 'dia mereka beliau',
    others: 'itu ini disana tersebut',
  },
  turns: {
    hello:
      'hai|halo+|hallo|hei|pagi|siang|sore|malam|selamat (?:pagi|siang|sore|malam)|assalamualaikum|permisi',
    talk: 'makasih terima terimakasih trims mksh tq thx mantap keren bagus hebat oke ok okay ya iya tidak nggak gak enggak dadah bye maaf lol wkwk',
    among:
      'kasih banyak ya kak bang min bot dateline semua semuanya atas jawabannya bantuannya sama selamat tidur sampai jumpa besok dan sekali dong',
    chat: anyOf(
      '(?:kamu |lu |anda )(?:lagi apa|bot|robot|manusia)(?: ya)?|apa kabar(?: kamu)?|gimana kabar(?:nya|mu)?',
      '(?:kamu|lu|anda) (?:siapa|apa)|siapa (?:kamu|namamu|nama kamu)|(?:kamu )?bisa apa(?: aja| saja)?',
      '(?:ceritakan|ceritain|kasih|bikin)(?: aku| saya| sebuah)*(?: lelucon| jokes?| cerita lucu)',
      'aku (?:cinta|sayang) kamu|diam|kamu (?:bot|manusia|robot)|siapa yang (?:buat|bikin|menciptakan) kamu',
      'sampai jumpa|lagi apa',
    ),
    tail: 'dong|ya|sih|kak|tolong|makasih|terima kasih|lol|nih|deh|kah',
    now: 'sekarang|skrg|saat ini|kini|akhir akhir ini|belakangan ini',
    latest: anyOf(
      '(?:(?:apa|ada|adakah) )?(?:kabar|berita|info|perkembangan|update) (?:(?:terbaru|terkini|terakhir|baru)(?: (?:tentang|soal|mengenai|dari|di|ttg))?|(?:tentang|soal|mengenai|ttg))',
      '(?:yang )?(?:terbaru|terkini)(?: (?:tentang|soal|mengenai|dari|di))?',
      'apa yang (?:sedang terjadi (?:dengan|di|pada|sama)|terjadi (?:dengan|sama))',
      '(?:gimana|bagaimana|gmn) (?:kabar|kondisi|keadaan|nasib)',
    ),
    latestOf: 'berita terbaru|kabar terbaru|terbaru|terkini|gimana|bagaimana|gmn',
    still: 'masih',
    whether: '(?:apa |apakah )?(?:benar|bener|betul)(?:kah)?(?: (?:kalau|bahwa|kalo))?',
    summary: '(?:ringkasan|rangkuman|rangkum|ringkas|jelaskan)(?: (?:tentang|soal|mengenai))?',
    timeline: '(?:kronologi|lini masa)(?:nya)?(?: (?:tentang|soal|kejadian))?',
    errands: '^resep|lirik lagu|ramalan bintang|zodiak|terjemahkan|jam berapa sekarang|hari apa ini',
    today: 'hari ini',
    news: 'berita kabar info terbaru terkini terjadi kejadian hari ini kemarin minggu update ketinggalan',
    vague:
      'kabar berita info terbaru terkini terjadi benar bener bilang kata katanya mengatakan masih gimana bagaimana ringkasan kronologi hal orang sekarang kalo kalau makasih tolong',
  },
  requests: {
    quoted: 'apa $<speaker> $<what>',
    thought: 'bagaimana $<who> $<what>',
    listed: 'apa saja ',
    quote: [
      'apa (?:kata|ujar|komentar|tanggapan|pernyataan|respons) (?<speaker>.+?)(?: (?:soal|tentang|mengenai|terkait|atas|ttg|pada) (?<what>.+))?',
      'apa yang (?:dikatakan|disampaikan|diucapkan|dibilang)(?: oleh)? (?<speaker>.+?)(?: (?:soal|tentang|mengenai|terkait|ttg|pada) (?<what>.+))?',
      '(?<speaker>.+?) (?:bilang|berkata|ngomong|mengatakan) apa(?: (?:soal|tentang|mengenai|terkait|ttg) (?<what>.+))?',
      '(?:bagaimana|gimana) (?:reaksi|tanggapan|respons) (?<speaker>.+?)(?: (?:soal|tentang|mengenai|terkait|atas|terhadap) (?<what>.+))?',
    ],
    opinion: [
      '(?:apa|bagaimana|gimana) (?:pendapat|kata|reaksi|tanggapan) (?<who>warga|masyarakat|orang(?: orang)?|netizen|pakar|para ahli|pengamat|penggemar|pemilih|ekonom|dokter|publik)(?: (?:soal|tentang|mengenai|terkait|atas|terhadap))?(?<what> .+|)',
      '(?:pendapat|reaksi|opini|survei) (?:soal|tentang|mengenai|terkait|terhadap)(?<what> .+)',
    ],
    compare: [
      '(?:apa )?(?:perbedaan|beda|bedanya|perbandingan)(?: antara)? (?<a>.+?) (?:dan|dengan|sama) (?<b>.+)',
      'bandingkan (?<a>.+?) (?:dan|dengan) (?<b>.+)',
    ],
    list: '(?:daftar|sebutkan)(?: (?:semua|para))?(?<what> .+)',
    several: '(?:.* )?(?:apa|siapa|mana) (?:saja|aja)(?: |$)',
    said: 'kata ujar tutur mengatakan menyatakan menyampaikan menegaskan menjelaskan menyebut menambahkan menurut mengumumkan membantah memuji mengkritik berjanji mengungkapkan',
    felt: 'survei persen mayoritas pendapat kritik khawatir takut marah berharap menolak mendukung kecewa',
  },
};

export const japanese: LanguageWords = {
  functionWords: `の に は を が で て と も や へ から まで より など な た だ です である であった でした ます ました し する した して さ れ られ せ い いる いた いう
    いて ある あった あり なる なった こと もの ため よう その この それ これ あの そして また しかし ない なかっ ん か ね よ でしょ でしょう う れる られる
    たち ば たら なら ま ます しま しょう ので のは いま です なっ って という において について による によって として`,
  asking: {
    person: '誰, だれ, どなた, 何者',
    place: 'どこ, 何処',
    time: 'いつ, 何月, 何日, 何時',
    reason: 'なぜ, 何故, どうして, なんで',
    number:
      'いくつ, いくら, 何人, 何個, 何回, 何歳, 何年間, 何メートル, 何キロ, 何本, 何台, 何度, 何曲, 何枚, 何パーセント, どのくらい, どれくらい, どれほど',
    manner: 'どのように, どうやって, いかに',
    thing: '何, なに, なん, どの, どれ, どちら, どんな, 何と, 何が, 何を, 何という, 何の, どう',
    year: '何年',
    country: 'どの国, 何という国, どこの国',
    city: 'どの都市, 何市, どこの都市',
  },
  numbers: '二 三 四 五 六 七 八 九 十 百 千 万 億 兆 半分 半数',
  pointing: {
    lead: '(?!)',
    joinedLead: '(?:じゃあ|それじゃ|それでは|では|で|あと|また|そして)[、 ]?',
    about: '(?!)',
    aboutEnd: '(?:の場合|について|の方|のほう)?(?:は|って)',
    place: '(?!)',
    persons: '彼 彼女 彼ら',
    others: 'それ これ あれ そこ その この あの',
  },
  turns: {
    before:
      'すみません(?:が)?|すいません(?:が)?|質問(?:です|があります|なのですが|なんですが|ですが)|誰か(?:教えて(?:ください)?|わかる人いますか|知ってますか)|ちょっと聞きたいんですが|ところで|えっと|みなさん|皆さん',
    asksLate: true,
    hello:
      'こんにちは|こんちは|ちわ|おっす|やっほー|こんばんは|おはよう(?:ございます)?|やあ|どうも|ハロー|もしもし|はじめまして',
    talk: 'ありがとう ありがとうございます ありがと サンキュー さんきゅ すごい いいね 最高 了解 はい いいえ うん ううん またね バイバイ さようなら ごめん すみません ヘルプ テスト おやすみ おつかれ なるほど 草 笑',
    among: 'ね よ です ございます どうも 本当に とても ボット さん',
    chat: anyOf(
      '(?:今)?何(?:を)?して(?:い)?(?:る|ます)(?:の|か)?|(?:あなた|君|きみ)?は?(?:ボット|ロボット|人間|AI)(?:です|な)(?:の)?か',
      '(?:お疲れ|おつかれ)(?:様|さま)(?:です|でした)?|(?:お)?元気(?:ですか|かい)?|調子はどう(?:ですか)?',
      '(?:あなた|君|きみ|お前)(?:は|って)(?:誰|だれ|何者|何|なに)(?:ですか)?|(?:あなたの)?(?:お)?名前は(?:何ですか)?|何ができ(?:る|ます)(?:の|か)?',
      '(?:ジョーク|冗談|面白い話)(?:を)?(?:言って|して|教えて)(?:ください)?|愛してる|おやすみ(?:なさい)?|また明日',
    ),
    tail: 'ください|教えて(?:ください)?|お願い(?:します)?|[wｗ]+|笑|草|教えて(?:ください|下さい|くれ|ほしい)?|お願いします',
    now: '今|いま|現在|最近',
    latest: '最新の|最新[:：]',
    latestOf:
      '(?:の|について(?:の)?|に関する)?(?:最新(?:の)?(?:情報|ニュース|状況|動向|の様子)|近況|続報|その後|ニュース|現状)(?:は(?:どう|何|なに)?(?:ですか|なりましたか)?|を?教えて(?:ください)?)?',
    still: 'まだ|いまだに|今も|依然として',
    whether: '(?:本当に|本当は)',
    summary: '(?:要約|まとめ)[:：]',
    timeline: '(?:経緯|年表|時系列)[:：]',
    errands: 'レシピ|歌詞|占い|翻訳して|今何時|今日は何曜日',
    today: '今日(?:は|も)?',
    whetherOf: '(?:というのは|っていうのは|って|のは|は)(?:本当|ほんと|マジ)(?:ですか|なの|か)?',
    summaryOf: '(?:を|の)?(?:要約|まとめ)(?:して|て)?(?:ください)?',
    timelineOf: 'の?(?:経緯|年表|時系列|経過)(?:は|を)?',
    news: 'ニュース 最新 最近 今日 昨日 今週 何 起き 起こっ あっ 教え 話題',
    vague: 'ニュース 最新 最近 情報 本当 言っ 今 現在 こと もの 人 教え まだ',
  },
  hasJoinedWords: true,
  requests: {
    quoted: '$<speaker> は $<what> 何',
    thought: '$<who> は $<what> どう',
    listed: 'どの',
    quote: [
      '(?<speaker>[^はがの、]{1,20})[はが](?<what>.+?)(?:について|に関して|に対して|をめぐって)(?:何と|何て|なんて|なんと|どう|何を)(?:言[っい]|述べ|話し|語[っり]|発言し|コメントし|反応し|答え).*',
      '(?<what>.+?)(?:について|に関して|に対して|をめぐって)(?<speaker>[^はが、]{1,20})[はが](?:何と|何て|なんて|なんと|どう|何を)(?:言[っい]|述べ|話し|語[っり]|発言し|コメントし|反応し|答え).*',
      '(?<speaker>[^はが、]{1,20})[はが](?:何と|何て|なんて|なんと|何を)(?:言[っい]|述べ|話し|語[っり]|発言し|コメントし|答え).*',
    ],
    opinion: [
      '(?<who>人々|みんな|市民|住民|国民|専門家|ファン|有権者)(?:は|って)(?<what>.+?)(?:について|を|に)?(?:どう|何と|なんて)(?:思っ|考え|感じ|見|言っ|反応し).*',
      '(?<what>.+?)(?:について|に関する|への|に対する)の?(?:意見|世論|反応|世論調査|評判)(?:は|を)?(?:どう|何)?',
    ],
    compare: ['(?<a>.+?)と(?<b>.+?)(?:の違い|の差|を比較|を比べ)(?:は|して|て)?(?:何|なに)?'],
    list: '(?<what>.+?)(?:の|を)?(?:一覧|リスト|全て挙げて|すべて挙げて)(?:を|は)?',
    said: '述べ 語っ 話し 言っ 発言 発表 指摘 強調 表明 批判 否定 説明 コメント 訴え',
    felt: '調査 割 多数 賛成 反対 意見 批判 不安 懸念 怒り 期待 支持 世論',
  },
};

export const korean: LanguageWords = {
  functionWords: `그 이 저 것 수 등 및 또는 그리고 하지만 그러나 있는 있다 있었다 있던 없는 없다 하는 한 했다 하다 되는 된 되었다 이다 였다 대한 대해 위한
    위해 통해 따라 따른 의한 의해 때 중 후 전 가장 또 더 및 그의 그녀 그들 자신 같은 있나 인가 인가요 입니까 일까 하였는가 했는가 되었는가 했나 했나요 했어 했어요 했습니까 하나요 합니까
    해요 됐나 됐나요 됐어 됐어요 되나 되나요 됩니까 돼 돼요 있나요 있어 있어요 있습니까 없나 없나요 없어 없습니까 지금 제일 게 건 걸 거`,
  asking: {
    person: '누구, 누가, 누굴',
    place: '어디, 어디에, 어디서, 어느 곳',
    time: '언제, 며칠, 몇 월',
    reason: '왜, 이유는',
    number: '몇, 얼마, 몇 명, 얼마나, 몇명',
    manner: '어떻게',
    thing: '무엇, 무슨, 어느, 어떤, 뭐, 뭔, 뭘, 무엇인가',
    year: '몇 년, 몇년, 어느 해',
    country: '어느 나라, 어떤 나라',
    city: '어느 도시, 어떤 도시',
  },
  pointing: {
    lead: '그럼|그러면|그리고|그런데|근데|또',
    about: '(?!)',
    aboutEnd: '은요?|는요?|의 경우는|도요?',
    place: '(?!)',
    placeEnd: '에서|에',
    persons: '그는 그가 그의 그녀 그녀는 그녀가 그들 그들은',
    others: '그 이 저 그것 이것 거기 거기서 그때',
  },
  numbers: '둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 두 세 네 백 천 만 억 조 절반',
  turns: {
    before:
      '안녕하세요(?: 여러분)?|안녕|질문(?:이요|이 있어요|있습니다|입니다|요|이에요)?|혹시|저기(?:요)?|근데|여러분|궁금한데|실례지만|죄송(?:한데|하지만)',
    asksLate: true,
    hello: '안녕|안녕하세요|하이|ㅎㅇ|헬로|반가워(?:요)?|여보세요',
    talk: '고마워 고마워요 고맙습니다 감사 감사합니다 감사해요 땡큐 ㄱㅅ ㅇㅋ 좋아 좋아요 최고 대박 굿 오케이 네 예 응 아니 아니요 잘가 바이 미안 미안해 도와줘 도움 테스트 헐 ㅇㅇ ㄴㄴ',
    among: '정말 진짜 너무 많이 봇 다들 모두 여러분 잘 자 내일 봐',
    chat: anyOf(
      '어때(?:요)?|(?:너|넌|너는)? ?(?:봇|로봇|사람)이?(?:야|니|에요|예요)|(?:잘 )?지냈(?:어|니|어요)|뭐 ?하고 ?있(?:어|니|어요)|(?:잘 )?지내(?:니|요|세요)?',
      '어떻게 지내(?:니|요|세요)?|뭐 ?해|(?:너|넌|너는|당신은) (?:누구|뭐)(?:야|니|세요|예요|입니까)?|(?:누구|뭐)(?:야|니|세요)|이름이? 뭐(?:야|니|예요)?',
      '뭘? ?할 수 있(?:어|니|나요)|(?:농담|재밌는 얘기)(?: 좀| 하나)? ?(?:해|해줘|해 줘|들려줘)|사랑해|잘 자(?:요)?|닥쳐',
    ),
    tail: '알려 ?줘(?:요)?|알려 ?주세요|부탁해(?:요)?|좀|[ㅋㅎㅠㅜ]+|감사합니다|고마워요?|감사|고맙습니다',
    now: '지금|현재|요즘|최근에?',
    latest: '최신 (?:소식|뉴스)[:：]?',
    latestOf:
      '(?:의|에 대한|에 관한|관련)? ?(?:(?:최근|최신|새로운|현재) (?:소식|뉴스|상황)|소식|뉴스|근황|속보)(?:은|는|이|을|를)?(?: ?(?:뭐야|어때|있어|알려줘|있나요|무엇인가요))?',
    still: '아직도?|여전히',
    whether: '(?:정말|진짜|사실)로?',
    summary: '요약[:：]?',
    timeline: '(?:연표|타임라인|경과)[:：]?',
    errands: '레시피|운세|번역해|몇 시야|오늘 무슨 요일',
    today: '오늘(?:은|도)?',
    whetherOf:
      '(?:다는 ?(?:게|거|것이)|[은는] ?(?:게|거)|[이가])? ?(?:진짜|정말|사실)(?:이?야|인가요|입니까|이에요|예요)?',
    summaryOf: '(?:을|를|에 대해)? ?요약(?:해 ?줘|해 ?주세요|해)?',
    timelineOf: '(?:의)? ?(?:연표|타임라인|경과|일지)(?:를|은|는)?',
    news: '뉴스 소식 최신 최근 새로운 속보 오늘 어제 이번 주 무슨 일 있었어 일어났어 있었나 근황',
    vague: '뉴스 소식 최신 최근 속보 근황 정말 진짜 사실 말했 지금 현재 것 사람 일 알려줘 아직',
  },
  hasJoinedWords: true,
  requests: {
    quoted: '$<speaker> $<what> 뭐',
    thought: '$<who> $<what> 어떻게',
    listed: '어떤 ',
    quote: [
      '(?<speaker>[^ ]{1,12}?(?: [^ ]{1,8}?)?)(?:이|가|은|는|께서) (?:(?<what>.+?)(?:에 대해서?|에 관해|[을를] 두고)? )?(?:뭐|뭐라|뭐라고|무슨 말을?|어떻게) ?(?:했|말했|말하|밝혔|답했|언급|얘기).*',
      '(?<what>.+?)(?:에 대해서?|에 관해|[을를] 두고) (?<speaker>[^ ]{1,12}?)(?:이|가|은|는|께서) (?:뭐|뭐라|뭐라고|무슨 말을?|어떻게) ?(?:했|말했|말하|밝혔|답했|언급|얘기).*',
    ],
    opinion: [
      '(?<who>사람들|시민들?|주민들?|국민들?|네티즌|누리꾼|전문가들?|팬들?|유권자들?)(?:은|는|이|가)? (?<what>.+?)(?:에 대해서?|[을를])? (?:어떻게|뭐라고?) ?(?:생각|보|느끼|말|반응).*',
      '(?<what>.+?)(?:에 대한)? (?:여론|의견|여론조사)(?:은|는)?(?: 어때| 어떤가요?)?',
    ],
    compare: [
      '(?<a>.+?)(?:와|과|이랑|랑|하고) (?<b>.+?)(?:의|을|를)? (?:차이|차이점|비교)(?:가 뭐야|는|점|해줘| 해줘)?',
    ],
    list: '(?<what>.+?)(?:의)? (?:목록|명단|리스트)(?:[을를은는])?',
    several: '.*(?:어디어디|누구누구|뭐뭐|무엇무엇)',
    said: '말했다 밝혔다 전했다 덧붙였다 강조했다 설명했다 주장했다 답했다 했다 발표했다 비판했다',
    felt: '여론 조사 퍼센트 다수 의견 비판 우려 분노 희망 반대 찬성 지지',
  },
};

export const chinese: LanguageWords = {
  functionWords: `的 了 在 是 和 与 與 或 及 等 也 都 就 而 但 但是 被 把 将 將 从 從 到 由 对 對 于 於 以 为 為 向 其 这 這 那 个 個 位 些 该 該 此 他 她 它
    他们 他們 我 我们 我們 你 有 没有 沒有 不 会 會 能 可以 之 所 着 著 过 過 地 得 吗 嗎 呢 吧 啊 请问 請問 哪 几 幾
    有人 没人 沒人 有没有 有沒有 是否`,
  asking: {
    person: '谁, 誰, 哪位, 何人, 什么人, 什麼人',
    place: '哪里, 哪裡, 哪儿, 何处, 何處, 什么地方, 什麼地方, 啥地方, 哪个地区, 哪個地區',
    time: '什么时候, 什麼時候, 何时, 何時, 哪天, 哪一天, 几月, 幾月, 什么时间, 啥时候, 啥时',
    reason: '为什么, 為什麼, 为何, 為何, 什么原因, 什麼原因, 为啥, 為啥',
    number: '多少, 几, 幾, 多长, 多長, 多大, 多高, 多远, 多遠, 多久, 多少人',
    manner: '如何, 怎么, 怎麼, 怎样, 怎樣, 咋, 咋样',
    thing: '什么, 什麼, 哪, 哪个, 哪個, 哪些, 哪种, 哪種, 何, 何种, 何種, 吗, 嗎, 甚麼, 啥',
    year: '哪一年, 哪年, 何年, 几年, 幾年',
    country: '哪个国家, 哪個國家, 哪国, 哪國',
    city: '哪个城市, 哪個城市, 哪座城市',
  },
  pointing: {
    lead: '(?!)',
    joinedLead: '(?:那么?|那麼|还有|還有|另外|然后|然後)[，, ]?',
    about: '(?!)',
    aboutEnd: '(?:的(?:话|話)?)?(?:呢|怎么样|怎麼樣|如何)',
    place: '(?!)',
    persons: '他 她 他们 她们 他們 她們',
    others: '它 这 這 那 那里 那裡 当时 當時',
  },
  numbers: '二 两 三 四 五 六 七 八 九 十 百 千 万 亿 半数 一半',
  turns: {
    before:
      '请问(?:一下)?|請問(?:一下)?|想问(?:一下)?|想問(?:一下)?|大家好|有(?:人|谁|誰)知道|谁知道|誰知道|问一下|問一下|问个问题|話說|话说|求问|求助',
    asksLate: true,
    hello: '你好|您好|嗨|哈喽|哈啰|哈嘍|早上好|早安|下午好|晚上好|在吗|在嗎|大家好',
    talk: '谢谢 謝謝 多谢 多謝 感谢 感謝 谢了 thx 太棒了 很好 不错 不錯 好的 好 行 可以 ok 是 不 不是 再见 再見 拜拜 晚安 抱歉 对不起 對不起 帮助 幫助 测试 測試 厉害 厲害 牛 赞 讚',
    among: '你 您 了 啊 呀 吧 的 很 非常 大家 机器人 機器人 明天见 明天見',
    chat: anyOf(
      '你? ?(?:怎么样|怎麼樣|过得怎么样|過得怎麼樣|还好吗|還好嗎)',
      '你(?:好吗|好嗎|是谁|是誰|叫什么|叫什麼|叫什么名字|叫什麼名字|会什么|會什麼|能做什么|能做什麼|在干嘛|在幹嘛|是机器人吗|是機器人嗎)|最近怎么样|最近怎麼樣|(?:讲|講|说|說)个?個?笑话',
      '(?:讲|講|说|說)[个個]笑[话話]|我爱你|我愛你|闭嘴|閉嘴|晚安',
    ),
    tail: '谢谢|謝謝|吧|呢|谢谢(?:大家|你|啦|了)?|謝謝(?:大家|你|啦|了)?|哈+|呵+|求解答?|在线等',
    now: '现在|現在|目前|最近|当前|當前',
    latest:
      '最新的?(?:消息|新闻|新聞|进展|進展|情况|情況)?(?:关于|關於)|(?:关于|關於)(?=.+(?:最新|消息|新闻|新聞))',
    latestOf:
      '(?:的|有)?(?:什么|什麼|哪些)?最新(?:的)?(?:消息|新闻|新聞|进展|進展|情况|情況|动态|動態)?(?:是什么|是什麼|如何|怎么样|怎麼樣)?|(?:现在|現在|目前|最近)(?:怎么样|怎麼樣|情况如何|情況如何)了?|怎么样了|怎麼樣了',
    still: '还在|還在|仍然|仍在|仍|依然',
    whether: '(?:是真的吗|是真的嗎)[，,]?|(?:真的)',
    summary: '(?:总结|總結|概括|简述|簡述)(?:一下)?[:：]?',
    timeline: '(?:时间线|時間線|时间轴|時間軸|经过|經過)[:：]',
    errands:
      '菜谱|食谱|食譜|歌词|歌詞|星座运势|星座運勢|^(?:帮我|幫我)?(?:翻译|翻譯)|现在几点|現在幾點|今天星期几|今天星期幾',
    today: '今天',
    whetherOf: '(?:是|这是|這是)?(?:真的吗|真的嗎|真的假的|属实吗|屬實嗎)',
    summaryOf: '(?:的)?(?:总结|總結|概括|摘要)(?:一下)?',
    timelineOf: '(?:的)?(?:时间线|時間線|时间轴|時間軸|来龙去脉|來龍去脈)',
    news: '新闻 新聞 消息 最新 最近 今天 昨天 本周 本週 发生 發生 有 什么 什麼 大事 头条 頭條',
    vague: '新闻 新聞 消息 最新 最近 发生 發生 真的 说 說 现在 現在 目前 事 事情 人 进展 進展 情况 情況',
  },
  hasJoinedWords: true,
  requests: {
    quoted: '$<speaker> $<what> 什么',
    thought: '$<who> $<what> 如何',
    listed: '哪些',
    quote: [
      '(?<speaker>[^在对對就，,]{1,15}?)(?:(?:在|对|對|就|针对|針對|关于|關於)(?<what>.+?))?(?:怎么|怎麼)?(?:说|說|讲|講|回应|回應)(?:了|过|過)?(?:些)?(?:什么|什麼|啥)(?:话|話)?',
      '(?<speaker>[^在对對就，,]{1,15}?)(?:(?:对|對|就|针对|針對|关于|關於)(?<what>.+?))?(?:怎么|怎麼|如何)(?:说|說|回应|回應|评论|評論)(?:的)?',
    ],
    opinion: [
      '(?<who>人们|人們|大家|网友|網友|民众|民眾|市民|专家|專家|球迷|选民|選民)(?:们|們)?(?:怎么看|怎麼看|如何看待|如何看|怎么评价|怎麼評價)(?<what>.+)',
      '(?<who>人们|人們|大家|网友|網友|民众|民眾|市民|专家|專家|球迷|选民|選民)(?:们|們)?(?:对|對)(?<what>.+?)(?:怎么看|怎麼看|有什么看法|有什麼看法|的看法|的反应|的反應|怎么想|怎麼想)',
    ],
    compare: [
      '(?<a>.+?)(?:和|与|與|跟)(?<b>.+?)(?:的|有什么|有什麼|有何)?(?:区别|區別|差别|差別|不同|差异|差異|比较|比較|对比|對比)(?:在哪|在哪里|是什么|是什麼)?',
      '(?:比较|比較|对比|對比)(?:一下)?(?<a>.+?)(?:和|与|與|跟)(?<b>.+)',
    ],
    list: '(?<what>.+?)(?:的)?(?:名单|名單|清单|清單|列表)',
    several: '.*(?:哪些|都有谁|都有誰)',
    said: '说 說 表示 称 稱 指出 强调 強調 回应 回應 认为 認為 宣布 透露 写道 批评 批評 否认 否認 承认 承認 笑称',
    felt: '民调 民調 多数 多數 意见 意見 批评 批評 担忧 擔憂 愤怒 憤怒 希望 反对 反對 支持',
  },
};

export const hindi: LanguageWords = {
  functionWords: `का की के को में से पर ने और या लेकिन कि जो तो ही भी तक साथ लिए द्वारा बाद पहले है हैं था थी थे हो होता होती होते हुआ हुई हुए
    गया गई गए किया की करने करना करता करते करती कर रहा रही रहे सकता सकते जा जाता जाती दिया यह वह ये वे इस उस इन उन इसका
    इसकी इसके उसका उसकी उसके उनके उनकी अपने अपनी अपना एक नहीं न जिस जिसे जिसके जब अगर बीच`,
  asking: {
    person: 'कौन, किसने, किसे, किसको, किसके, किसका, किसकी',
    place: 'कहाँ, कहां',
    time: 'कब, किस दिन, किस तारीख',
    reason: 'क्यों',
    number: 'कितने, कितनी, कितना',
    manner: 'कैसे',
    thing: 'क्या, किस, किन, कौन सा, कौन सी, कौन से, कौनसा, किससे',
    year: 'किस वर्ष, किस साल',
    country: 'किस देश, कौन सा देश',
    city: 'किस शहर, कौन सा शहर',
  },
  pointing: {
    lead: 'और|लेकिन|तो',
    about: '(?!)',
    aboutEnd: 'का क्या|के बारे में क्या|का क्या हाल है',
    place: '(?!)',
    placeEnd: '\\sमें',
    persons: 'वह वे उसने उन्होंने उसका उसकी उनके उनकी',
    others: 'यह इस उस वहां वहाँ तब',
  },
  numbers: 'दो तीन चार पांच पाँच छह सात आठ नौ दस ग्यारह बारह सौ हज़ार लाख करोड़ मिलियन अरब आधा आधे तिहाई चौथाई',
  turns: {
    hello: 'नमस्ते|नमस्कार|हैलो|हेलो',
    chat: '(?:बहुत )?(?:धन्यवाद|शुक्रिया)|(?:आप|तुम) (?:कैसे|कैसी) (?:हैं|हो)|(?:आप|तुम) कौन (?:हैं|हो)|क्या हाल है|चुटकुला सुनाओ|शुभ रात्रि',
    latestOf:
      '(?:(?:के बारे में|की|के|का) )?(?:ताज़ा|ताजा|नई|नवीनतम) (?:खबर|ख़बर|खबरें|समाचार|जानकारी)(?: क्या है| बताओ)?',
    still: 'अभी भी|अब भी',
    news: 'खबर खबरें समाचार ताज़ा ताजा आज कल हुआ हफ्ते',
  },
};

export const thai: LanguageWords = {
  functionWords: `ที่ ของ ใน และ หรือ แต่ เป็น คือ อยู่ มี ได้ ให้ ไป มา จาก ถึง กับ แก่ ต่อ โดย เพื่อ ว่า ซึ่ง อัน นี้ นั้น ๆ ก็ จะ แล้ว ไม่ ถูก ด้วย
    ตาม เมื่อ การ ความ ผู้ เขา เธอ มัน เรา คุณ นั่น ครับ ค่ะ คะ บ้าง`,
  asking: {
    person: 'ใคร, ผู้ใด',
    place: 'ที่ไหน, ที่ใด, แห่งใด, ไหน',
    time: 'เมื่อไร, เมื่อไหร่, เมื่อใด, วันใด, วันไหน',
    reason: 'ทำไม, เหตุใด, เพราะอะไร, เพราะเหตุใด',
    number: 'เท่าไร, เท่าไหร่, เท่าใด, กี่, กี่คน, มากแค่ไหน',
    manner: 'อย่างไร, ยังไง',
    thing: 'อะไร, ใด, สิ่งใด, หรือไม่',
    year: 'ปีใด, ปีไหน, ปีอะไร, ปี ใด',
    country: 'ประเทศใด, ประเทศอะไร, ประเทศไหน',
    city: 'เมืองใด, เมืองอะไร, เมืองไหน',
  },
  pointing: {
    lead: '(?!)',
    joinedLead: '(?:แล้ว|ส่วน|และ) ?',
    about: '(?!)',
    aboutEnd: 'ล่ะ|ละ|เป็นไง',
    place: '(?!)',
    persons: 'เขา เธอ พวกเขา',
    others: 'มัน นี้ นั้น ที่นั่น',
  },
  numbers: 'สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ ร้อย พัน หมื่น แสน ล้าน ครึ่ง',
  turns: {
    hello: '(?:สวัสดี|หวัดดี)(?:ครับ|ค่ะ|คับ)?',
    chat: '(?:ขอบคุณ|ขอบใจ)(?:มาก)?(?:ๆ)?(?:ครับ|ค่ะ|นะ)?|สบายดีไหม|คุณ(?:คือ|เป็น)ใคร|ทำอะไรได้บ้าง|เล่าเรื่องตลก',
    latest: 'ข่าวล่าสุด(?:เกี่ยวกับ|ของ|จาก)?|ข่าวเกี่ยวกับ|ความคืบหน้า(?:ของ|ล่าสุด)?',
    still: 'ยังคง',
    news: 'ข่าว ล่าสุด วันนี้ เมื่อวาน เกิด ขึ้น',
  },
  hasJoinedWords: true,
};

export const vietnamese: LanguageWords = {
  functionWords: `là của và hoặc nhưng thì mà ở trong trên dưới với cho từ đến tại về theo bởi bị được đã đang sẽ có không các những một cái
    con chiếc này đó kia ấy rằng khi nếu vì do để cũng còn rất hơn nhất như vào ra lên xuống lại đi họ ông bà anh chị tôi chúng
    nó mình ta việc sự cuộc điều người nào gì ai đâu sao bao nhiêu mấy thế`,
  asking: {
    person: 'ai, người nào, của ai',
    place: 'ở đâu, đâu, nơi nào, từ đâu',
    time: 'khi nào, bao giờ, lúc nào, ngày nào',
    reason: 'tại sao, vì sao',
    number: 'bao nhiêu, mấy, bao lâu, bao xa',
    manner: 'như thế nào, thế nào, bằng cách nào',
    thing: 'gì, cái gì, điều gì, nào',
    year: 'năm nào',
    country: 'nước nào, quốc gia nào',
    city: 'thành phố nào',
  },
  pointing: {
    lead: 'còn|thế còn|vậy còn|và|thế|vậy|nhưng',
    about: 'thế còn|vậy còn|còn',
    aboutEnd: 'thì sao|thì thế nào|ra sao|sao',
    place: 'ở|tại|trong,cho,với,từ,về,vào,của',
    persons: 'ấy họ',
    others: 'đó này nó kia',
  },
  spellings:
    'ko: không, k: không, hok: không, dc: được, đc: được, j: gì, ntn: như thế nào, bn: bao nhiêu, ng: người, cx: cũng, trc: trước',
  numbers: 'hai ba bốn năm sáu bảy tám chín mười trăm nghìn ngàn triệu tỷ nửa',
  turns: {
    hello: '(?:xin )?chào(?: (?:bạn|cậu|mọi người|buổi (?:sáng|chiều|tối)))?|alo+|hello|hi|ê|bạn ơi',
    talk: 'cảm ơn cám tks thanks thank ok oke okie vâng dạ ừ ờ không hay tuyệt giỏi tốt vui bye haha hihi lol xin lỗi đúng rồi',
    among:
      'bạn nhé nha nhiều lắm quá rất ạ vì câu trả lời bot dateline mọi người và hẹn gặp lại ngày mai thật',
    chat: anyOf(
      '(?:cảm|cám) ơn(?: (?:bạn|nhiều|nhé|nha|ạ|lắm))*|tạm biệt(?: (?:bạn|nhé|nha))*|xin lỗi',
      '(?:bạn )?(?:có )?khỏe không',
      'bạn (?:là ai|tên(?: là)? gì|làm được gì|thế nào|sao rồi|đang làm gì|là (?:bot|robot|người)(?: (?:à|hả|phải không))?)',
      'kể (?:chuyện cười|một câu chuyện cười)|chúc ngủ ngon|hẹn gặp lại|im đi',
      '(?:anh|em|mình|tôi) yêu (?:bạn|em|anh)',
    ),
    latest:
      '(?:có )?(?:tin|tin tức|thông tin) (?:gì )?mới(?: nhất)?(?: (?:về|từ|ở))?|(?:có )?gì mới (?:về|ở|với)|chuyện gì (?:đang |đã )?xảy ra (?:với|ở)',
    still: 'vẫn còn|vẫn đang',
    today: 'hôm nay',
    tail: 'giúp (?:mình|tôi|em)|cảm ơn',
    now: 'bây giờ|hiện nay|hiện tại|hiện giờ|lúc này|gần đây|dạo này',
    latestOf:
      '(?:có )?(?:tin|tin tức|thông tin|diễn biến|tình hình) (?:gì )?mới(?: nhất)?(?: không)?|(?:sao|thế nào|đến đâu|ra sao) rồi|giờ (?:sao|thế nào)',
    whether: '(?:có (?:đúng|phải|thật)(?: là)?|đúng là|có thật)',
    whetherOf: '(?:có )?(?:đúng|thật|phải) không',
    summary: '(?:tóm tắt|tổng hợp|giải thích)(?: (?:về|vụ|cho mình|cho tôi))*',
    timeline: '(?:dòng thời gian|diễn biến|trình tự)(?: (?:của|vụ))*',
    errands: '^(?:công thức|cách) nấu|lời bài hát|tử vi|dịch (?:giúp|hộ)|mấy giờ rồi|hôm nay thứ mấy',
    vague: 'tin tức mới nhất nói gì về sao vẫn còn thật đúng bây giờ hiện nay chuyện điều người cảm ơn nhé',
    news: 'tin tức mới nhất hôm nay qua tuần',
  },
  requests: {
    quoted: '$<speaker> $<what> gì',
    thought: '$<who> $<what> thế nào',
    listed: 'những ',
    quote: [
      '(?<speaker>(?!(?:người dân|mọi người|dân mạng|chuyên gia) ).+?) (?:đã )?(?:nói|phát biểu|tuyên bố|trả lời|bình luận|viết|phản ứng) (?:những )?(?:gì|sao|thế nào|ra sao)(?: (?:về|sau|trong|với|trước) (?<what>.+))?',
    ],
    opinion: [
      '(?<who>người dân|mọi người|dân mạng|cư dân mạng|chuyên gia|người hâm mộ|cử tri|dư luận|các bác sĩ) (?:nghĩ|nói|đánh giá|phản ứng)(?: gì| sao| thế nào| ra sao)?(?: (?:về|với|trước))?(?<what> .+|)',
      '(?:ý kiến|phản ứng|dư luận|khảo sát) (?:về|với|trước)(?<what> .+)',
    ],
    compare: [
      '(?:sự )?khác (?:nhau|biệt) giữa (?<a>.+?) và (?<b>.+)',
      'so sánh (?<a>.+?) (?:và|với) (?<b>.+)',
      '(?<a>.+?) (?:và|với) (?<b>.+?) khác (?:nhau|gì nhau)(?: (?:gì|thế nào|ra sao|chỗ nào))?',
    ],
    list: '(?:danh sách|liệt kê|kể tên)(?: (?:các|những))?(?<what> .+)',
    several: '(?:.* )?(?:những|các) (?:[^ ]+ ){1,3}nào(?: |$)',
    said: 'nói biết phát biểu tuyên khẳng nhấn chia sẻ bày tỏ thừa nhận',
    felt: 'khảo sát phần trăm đa số ý kiến chỉ trích lo ngại tức giận hy vọng phản đối ủng hộ',
  },
};
