"""Short articles in many languages and layouts, written for these tests, with what a reader sees that they say of their origin."""

LAYOUTS: dict[str, tuple[str, dict[str, str | list[str]]]] = {
    "en-portal": (
        """\
Tidewater seawall fails inspection for the third year | Eastmoor Courier

Home
News
Sport
Business
Opinion
Subscribe

News › Local

Tidewater seawall fails inspection for the third year
Engineers say the oldest section could give way in a winter storm

By Clara Vennick, Coastal Affairs Editor
Published 9:42 am, 14 March 2024 | Updated 11:05 am, 15 March 2024

The wall in February. Photo: Tom Ashgrove / Eastmoor Courier

The seawall that shields the old town of Tidewater has failed its safety inspection for the third year running, and engineers now say that its oldest section could give way in a winter storm. The report, which was published on Wednesday, lists forty-one defects.

“We have patched it for a generation, and patches are no longer enough,” said Marta Oduya, who leads the inspection team. She asked the county to close the promenade whenever waves of more than four metres are forecast.

The county council said that it would vote on the repairs in May. A first estimate put the cost at nineteen million pounds, of which the ministry may pay half.

Clara Vennick is the Courier's coastal affairs editor. She joined the paper in 2016.

Related stories
Ferry operator promises more winter crossings
Harbour café reopens after flood
Most read
1. Dog found after eleven days at sea

© 2024 Eastmoor Courier Ltd. All rights reserved.
About us | Contact | Privacy policy
""",
        {
            "headline": "Tidewater seawall fails inspection for the third year",
            "publisher": "Eastmoor Courier",
            "authors": ["Clara Vennick"],
            "credits": ["Tom Ashgrove / Eastmoor Courier"],
            "date": "2024-03-14T09:42",
        },
    ),
    "en-agency": (
        """\
UPDATE 1-Saltreach port reopens after two-week strike

SALTREACH, March 14 (Tidewire) - Dock workers at the port of Saltreach returned to their cranes on Thursday after accepting a pay rise of 6.5 percent, ending a strike that had held up grain shipments for two weeks, the union and the port operator said.

Forty-one vessels were waiting off the coast when the first crane moved shortly before dawn, according to harbour records. The operator expects the backlog to be cleared within nine days.

"Nobody wins a strike like this one," union leader Piet Harrow told reporters at the gate.

(Reporting by Ines Calloway; Editing by Sam Brook)
""",
        {
            "headline": "UPDATE 1-Saltreach port reopens after two-week strike",
            "source": "Tidewire",
            "authors": ["Ines Calloway"],
            "editors": ["Sam Brook"],
        },
    ),
    "en-syndicated": (
        """\
How a village kept its last bank branch alive

By Rosa Lindhurst, The Hill Gazette
April 2, 2024

When the last bank in Upper Wenlow announced that it would close, nobody expected the butcher to buy the building. He did, for less than the price of a new van, and then he went door to door until a hundred and twelve people had promised to keep their money there.

Today the branch opens three mornings a week. The counter still has the brass bars of 1931, and the safe holds, by general agreement, mostly raffle prizes. The credit union that runs it says that it breaks even.

"You do not miss a bank until you have to drive forty minutes to pay in a cheque," the butcher says.

This article was originally published by The Hill Gazette and is republished here with permission. Read the original: https://hillgazette.example/news/village-bank-branch
""",
        {
            "headline": "How a village kept its last bank branch alive",
            "source": "The Hill Gazette",
            "url": "https://hillgazette.example/news/village-bank-branch",
            "authors": ["Rosa Lindhurst"],
            "date": "2024-04-02",
        },
    ),
    "de-portal": (
        """\
Hafenbrücke in Nordkoog bleibt bis Juni gesperrt - Nordkooger Anzeiger

Startseite
Lokales
Sport
Kultur
Abo

Lokales

Hafenbrücke in Nordkoog bleibt bis Juni gesperrt

Von Imke Torwald
Stand: 12.03.2024, 17:20 Uhr

Foto: Jens Rahlfs

Nordkoog. Die Hafenbrücke bleibt länger gesperrt als geplant. Wie die Bauleitung am Dienstag mitteilte, sind zwei der vier Lager stärker angegriffen, als die Untersuchung im Herbst vermuten ließ. Vor Juni werde kein Auto mehr über die Brücke fahren.

Für Fußgänger bleibt der Steg auf der Ostseite offen. Die Stadt rechnet mit zusätzlichen Kosten von 1,2 Millionen Euro, über die der Rat in der kommenden Woche berät.

„Wir hätten uns ein besseres Ergebnis gewünscht“, sagte Bürgermeisterin Anke Dohrn.

Mehr zum Thema
Fähre fährt häufiger
Radweg wird verbreitert

Impressum | Datenschutz | Kontakt
© Nordkooger Anzeiger 2024
""",
        {
            "headline": "Hafenbrücke in Nordkoog bleibt bis Juni gesperrt",
            "publisher": "Nordkooger Anzeiger",
            "authors": ["Imke Torwald"],
            "credits": ["Jens Rahlfs"],
            "date": "2024-03-12T17:20",
        },
    ),
    "de-mag": (
        """\
Ein Dorf baut sich seine Post zurück

Text: Greta Wulf
Fotos: Malte Osterhof

In Hinterwald gab es sieben Jahre lang keine Post. Dann kaufte die Feuerwehr die alte Schalterhalle, und heute gibt der Kommandant am Vormittag die Pakete aus. Es ist eine Geschichte über Briefmarken, über Eigensinn und über eine Kaffeemaschine, die niemand bestellt hatte.

Angefangen hat es mit einem Päckchen, das drei Wochen lang in der Kreisstadt lag. Die Frau, die darauf wartete, ist vierundachtzig und hat keinen Führerschein. Am Stammtisch wurde daraus erst ein Witz und dann ein Plan.

Dieser Text erschien zuerst in der Zeitschrift „Landgang“, Ausgabe 2/2024.
""",
        {
            "headline": "Ein Dorf baut sich seine Post zurück",
            "authors": ["Greta Wulf"],
            "credits": ["Malte Osterhof"],
            "source": "Landgang",
        },
    ),
    "fr-portal": (
        """\
À Port-Clair, le dernier chantier naval cherche un repreneur

Publié le 14 mars 2024 à 18h05 par Élodie Marchetti

Le chantier naval Auvray, le dernier de Port-Clair, a été placé mercredi en redressement judiciaire. Les vingt-six salariés ont six mois pour trouver un repreneur, faute de quoi les cales où l'on construit des chalutiers depuis 1908 seront fermées.

« Nous avons des commandes, mais plus de trésorerie », résume le directeur, Yann Auvray, arrière-petit-fils du fondateur. Deux entreprises de la région se sont déjà fait connaître.

La commune, elle, étudie le rachat des bâtiments. Une réunion publique est prévue à la salle des fêtes.

Crédit photo : Luc Berthier
Avec Agence Littoral
""",
        {
            "headline": "À Port-Clair, le dernier chantier naval cherche un repreneur",
            "authors": ["Élodie Marchetti"],
            "credits": ["Luc Berthier"],
            "date": "2024-03-14T18:05",
        },
    ),
    "es-agencia": (
        """\
Reabre el mercado de Puerto Sereno tras la riada

Puerto Sereno, 14 mar (Agencia Faro).- El mercado de abastos de Puerto Sereno volvió a abrir sus puertas este jueves, cinco meses después de la riada que lo dejó bajo dos metros de agua y obligó a los placeros a vender en la calle.

De los ochenta y cuatro puestos han regresado setenta y uno. El Ayuntamiento ha pagado las obras, que costaron 2,3 millones de euros, y no cobrará alquiler hasta el otoño.

"Hemos perdido las cámaras, pero no la clientela", dijo a los periodistas Amparo Lledó, que vende pescado desde hace treinta años.
""",
        {
            "headline": "Reabre el mercado de Puerto Sereno tras la riada",
            "source": "Agencia Faro",
        },
    ),
    "es-nota": (
        """\
El museo del tren abre de noche

Por Lucía Barranco
Publicado el 3 de abril de 2024

El museo del tren de Valdehierro abrirá de noche los viernes de abril. Los visitantes recorrerán las vías con linternas y podrán subir a la locomotora de 1911, que no se movía desde hacía treinta años y que un grupo de jubilados ha vuelto a poner en marcha.

Las entradas cuestan cuatro euros. Los niños, dice la directora, entran gratis si traen un dibujo de un tren.

Este artículo fue publicado originalmente en El Diario de Valdehierro: https://diariovaldehierro.example/museo-del-tren-abre-de-noche
""",
        {
            "headline": "El museo del tren abre de noche",
            "authors": ["Lucía Barranco"],
            "source": "El Diario de Valdehierro",
            "url": "https://diariovaldehierro.example/museo-del-tren-abre-de-noche",
            "date": "2024-04-03",
        },
    ),
    "it-ansa": (
        """\
Riapre la funivia del Monte Sereno

(Agenzia Vela) - Montesereno, 14 mar - Dopo due anni di lavori riapre sabato la funivia del Monte Sereno. L'impianto, costruito nel 1961, è stato quasi interamente rifatto: nuove le cabine, nuove le funi, nuovo il motore, che consuma un terzo in meno.

"Abbiamo mantenuto solo i piloni e il nome", ha detto il presidente della società, Guido Ferraris. Il biglietto costerà undici euro.

Pubblicato il 14 marzo 2024 da Redazione
""",
        {
            "headline": "Riapre la funivia del Monte Sereno",
            "source": "Agenzia Vela",
            "date": "2024-03-14",
            "authors": ["Redazione"],
        },
    ),
    "ro-portal": (
        """\
Podul vechi din Lunca Mare se închide pentru reparații

de Ana Pop | 14 martie 2024, 09:15

Podul vechi din Lunca Mare va fi închis de luni, timp de trei luni, după ce specialiștii au găsit fisuri în doi dintre cei patru piloni. Traficul va fi deviat prin satul vecin, ceea ce înseamnă un ocol de unsprezece kilometri.

Primăria spune că lucrările costă patru milioane de lei. Autobuzul școlar va pleca mai devreme cu o jumătate de oră.

Foto: Mihai Dragu
Sursa: Ziarul de Luncă
""",
        {
            "headline": "Podul vechi din Lunca Mare se închide pentru reparații",
            "authors": ["Ana Pop"],
            "credits": ["Mihai Dragu"],
            "source": "Ziarul de Luncă",
            "date": "2024-03-14T09:15",
        },
    ),
    "nl-krant": (
        """\
Sluis van Westerhaven weer open

Gepubliceerd op 14 maart 2024 om 16.40 uur door Fleur van Dijkhuizen

De sluis van Westerhaven is donderdag na een winter vol reparaties weer opengegaan. Het eerste schip, een binnenvaarttanker met raapolie, voer om kwart over zeven naar binnen, en de sluiswachter luidde de bel, zoals het hoort.

Schippers moesten maandenlang omvaren. Volgens de provincie kostten de werkzaamheden acht miljoen euro, twee miljoen minder dan begroot.

Beeld: Sjoerd Tamminga
""",
        {
            "headline": "Sluis van Westerhaven weer open",
            "authors": ["Fleur van Dijkhuizen"],
            "credits": ["Sjoerd Tamminga"],
            "date": "2024-03-14T16:40",
        },
    ),
    "pl-portal": (
        """\
Most w Zatoczu zamknięty do lata

Opublikowano: 14.03.2024, 12:05
Autor: Marta Zielonka

Most w Zatoczu pozostanie zamknięty do końca czerwca. Podczas przeglądu inżynierowie znaleźli pęknięcia w dwóch przęsłach, a naprawa okazała się droższa, niż zakładano jesienią.

Piesi mogą przechodzić po kładce od strony portu. Autobusy jeżdżą objazdem przez Dębowo, co wydłuża drogę o kwadrans.

Fot. Paweł Jarosz
Źródło: Kurier Zatocki
""",
        {
            "headline": "Most w Zatoczu zamknięty do lata",
            "authors": ["Marta Zielonka"],
            "credits": ["Paweł Jarosz"],
            "source": "Kurier Zatocki",
            "date": "2024-03-14T12:05",
        },
    ),
    "ru-agency": (
        """\
Паром на остров Дальний снова ходит по расписанию

СЕВЕРОГАВАНЬ, 14 марта. /ПОМОРЬЕ/. Паром, который связывает остров Дальний с материком, с четверга снова ходит по расписанию. Об этом сообщили в управлении порта, где добавили, что ремонт двигателя занял на две недели больше, чем планировали осенью.

На острове живут около четырехсот человек. Зимой продукты им доставлял катер спасателей, а почту привозили раз в неделю.

Фото: Илья Громов
""",
        {
            "headline": "Паром на остров Дальний снова ходит по расписанию",
            "credits": ["Илья Громов"],
            "source": "ПОМОРЬЕ",
        },
    ),
    "tr-haber": (
        """\
Liman köprüsü haziran ayına kadar kapalı

Haber: Elif Karadağ
Giriş: 14.03.2024 10:12 Güncelleme: 14.03.2024 13:40

Limandaki eski köprü, denetimde bulunan çatlaklar nedeniyle haziran ayına kadar trafiğe kapatıldı. Belediye, onarımın beklenenden uzun süreceğini ve maliyetin on iki milyon lirayı bulacağını açıkladı.

Yayalar doğu tarafındaki geçidi kullanabilecek. Otobüsler çevre yolundan gidecek.

Fotoğraf: Mert Aydın
Kaynak: Körfez Postası
""",
        {
            "headline": "Liman köprüsü haziran ayına kadar kapalı",
            "authors": ["Elif Karadağ"],
            "credits": ["Mert Aydın"],
            "source": "Körfez Postası",
            "date": "2024-03-14T10:12",
        },
    ),
    "vi-bao": (
        """\
Cầu cảng Vịnh Xanh đóng cửa để sửa chữa

Thứ Năm, 14/03/2024, 08:30 (GMT+7)

Cầu cảng Vịnh Xanh sẽ đóng cửa ba tháng kể từ thứ Hai tới, sau khi đoàn kiểm tra phát hiện nhiều vết nứt ở hai trụ phía bắc. Xe tải phải đi đường vòng qua xã bên cạnh, dài thêm mười một cây số.

Theo ban quản lý, chi phí sửa chữa khoảng bốn mươi tỷ đồng. Người đi bộ vẫn có thể qua lại bằng cầu tạm.

Công nhân kiểm tra trụ cầu. Ảnh: Minh Khôi

Bài, ảnh: Trần Thu Hà
Tin liên quan
Phà ra đảo chạy lại theo lịch
(Theo Báo Vịnh Xanh)
""",
        {
            "headline": "Cầu cảng Vịnh Xanh đóng cửa để sửa chữa",
            "authors": ["Trần Thu Hà"],
            "credits": ["Minh Khôi"],
            "source": "Báo Vịnh Xanh",
            "date": "2024-03-14T08:30+07:00",
        },
    ),
    "zh-hant": (
        """\
舊港大橋封閉整修 車輛改道三個月 | 地方新聞 | 潮風新聞網

首頁 即時 地方 生活 影音

舊港大橋封閉整修 車輛改道三個月

2024-03-14 10:25 潮風新聞網／記者王小明／舊港報導

▲舊港大橋橋墩出現裂縫。（圖／記者李大海攝）

舊港大橋因為北側兩座橋墩出現裂縫，下週一起封閉整修三個月，大型車輛必須改走外環道，車程將增加二十分鐘。工務局表示，裂縫是在上個月的例行檢查中發現的，目前沒有立即危險。

工程費用估計四千萬元，由市府與中央各負擔一半。行人仍可使用東側的便橋通行，公車則改道行駛。

▲工務局人員檢查橋面。（圖／工務局提供）

延伸閱讀
離島渡輪恢復班次

© 2024 潮風新聞網 版權所有
""",
        {
            "headline": "舊港大橋封閉整修 車輛改道三個月",
            "publisher": "潮風新聞網",
            "authors": ["王小明"],
            "credits": ["李大海", "工務局"],
            "date": "2024-03-14T10:25",
            "source": "潮風新聞網",
        },
    ),
    "zh-hans": (
        """\
旧港大桥封闭维修三个月

来源：海湾晚报  作者：陈静怡  2024-03-14 09:20

记者从市交通局获悉，旧港大桥因北侧两座桥墩出现裂缝，将于下周一起封闭维修三个月，大型车辆需绕行外环路，预计增加二十分钟路程。

维修费用约四千万元。行人可以通过东侧的便桥通行，三条公交线路将临时改道。

工作人员检查桥面。 李海波 摄

责任编辑：周文
""",
        {
            "headline": "旧港大桥封闭维修三个月",
            "authors": ["陈静怡"],
            "editors": ["周文"],
            "credits": ["李海波"],
            "source": "海湾晚报",
            "date": "2024-03-14T09:20",
        },
    ),
    "ko-news": (
        """\
항구 다리 6월까지 통행금지…교각에 금

입력 2024.03.14 10:20 | 수정 2024.03.14 14:05

(항구시=한바다통신) 김민수 기자 = 항구의 옛 다리가 교각에서 금이 발견돼 6월 말까지 통행이 금지된다. 시는 14일 이같이 밝히고 버스 노선을 임시로 바꾼다고 말했다.

수리 비용은 약 20억 원으로, 정부가 절반을 부담할 예정이다. 보행자는 동쪽 임시 다리를 이용할 수 있다.

항구의 옛 다리. 사진=항만청
""",
        {
            "headline": "항구 다리 6월까지 통행금지…교각에 금",
            "credits": ["항만청"],
            "authors": ["김민수"],
            "source": "한바다통신",
            "date": "2024-03-14T10:20",
        },
    ),
    "ar-wakala": (
        """\
إغلاق جسر الميناء ثلاثة أشهر للصيانة

كتب: سامر نجار
نشر في: 14 مارس 2024 - 10:30

أعلنت بلدية الميناء إغلاق الجسر القديم اعتبارا من يوم الاثنين ولمدة ثلاثة أشهر بعد العثور على شقوق في دعامتين من دعائمه الأربع. وستسلك الشاحنات الطريق الدائري الذي يزيد المسافة أحد عشر كيلومترا.

وتبلغ كلفة الصيانة نحو أربعة ملايين. ويمكن للمشاة استخدام الجسر المؤقت من الجهة الشرقية.

تصوير: هدى الشامي
المصدر: صحيفة المرفأ
""",
        {
            "headline": "إغلاق جسر الميناء ثلاثة أشهر للصيانة",
            "authors": ["سامر نجار"],
            "credits": ["هدى الشامي"],
            "source": "صحيفة المرفأ",
            "date": "2024-03-14T10:30",
        },
    ),
    "hi-samachar": (
        """\
पुराना बंदरगाह पुल तीन महीने के लिए बंद

लेखक: मीनाक्षी त्रिपाठी
प्रकाशित: 14 मार्च 2024, 10:15

बंदरगाह का पुराना पुल सोमवार से तीन महीने के लिए बंद रहेगा। जांच में पुल के दो खंभों में दरारें मिली हैं। भारी वाहनों को बाहरी सड़क से जाना होगा, जिससे रास्ता ग्यारह किलोमीटर लंबा हो जाएगा।

नगर निगम के अनुसार मरम्मत पर लगभग चार करोड़ रुपये खर्च होंगे। पैदल यात्री अस्थायी पुल का उपयोग कर सकेंगे।

फोटो: रवि जोशी
स्रोत: तट समाचार
""",
        {
            "headline": "पुराना बंदरगाह पुल तीन महीने के लिए बंद",
            "authors": ["मीनाक्षी त्रिपाठी"],
            "credits": ["रवि जोशी"],
            "source": "तट समाचार",
            "date": "2024-03-14T10:15",
        },
    ),
    "sv-tidning": (
        """\
Hamnbron stängd till midsommar

Av Karin Åsberg
Publicerad 14 mars 2024 kl 16.20

Hamnbron i Norrvik förblir stängd till midsommar. Vid besiktningen i februari hittades sprickor i två av de fyra pelarna, och reparationen blir dyrare än kommunen räknade med i höstas.

Fotgängare kan använda gångbron på östra sidan. Bussarna kör en omväg som tar tio minuter.

Foto: Nils Ekdahl/Norrviksbladet

Artikeln publicerades först på Norrviksbladet.
""",
        {
            "headline": "Hamnbron stängd till midsommar",
            "authors": ["Karin Åsberg"],
            "credits": ["Nils Ekdahl/Norrviksbladet"],
            "source": "Norrviksbladet",
            "date": "2024-03-14T16:20",
        },
    ),
    "ka-portal": (
        """\
ძველი ხიდი სამი თვით დაიკეტა

ავტორი: ანა ბერიძე
გამოქვეყნდა: 14 მარტი 2024, 10:20

ნავსადგურის ძველი ხიდი ორშაბათიდან სამი თვით დაიკეტება, რადგან შემოწმებისას ოთხიდან ორ ბურჯში ბზარები აღმოაჩინეს. სატვირთო მანქანები შემოვლითი გზით ივლიან, რაც გზას თერთმეტი კილომეტრით ახანგრძლივებს.

მერიის ცნობით, სამუშაოები დაახლოებით ორი მილიონი ლარი დაჯდება. ფეხით მოსიარულეებს დროებითი ხიდით სარგებლობა შეეძლებათ.

ფოტო: გიორგი ლომიძე
წყარო: ნავსადგურის მაცნე
""",
        {
            "headline": "ძველი ხიდი სამი თვით დაიკეტა",
            "authors": ["ანა ბერიძე"],
            "credits": ["გიორგი ლომიძე"],
            "source": "ნავსადგურის მაცნე",
            "date": "2024-03-14T10:20",
        },
    ),
    "ta-seithi": (
        """\
பழைய துறைமுகப் பாலம் மூன்று மாதங்களுக்கு மூடல்

எழுதியவர்: மீனா குமாரி
14 மார்ச் 2024, 10:20

துறைமுகத்தின் பழைய பாலம் திங்கட்கிழமை முதல் மூன்று மாதங்களுக்கு மூடப்படும். ஆய்வின் போது நான்கு தூண்களில் இரண்டில் விரிசல்கள் கண்டறியப்பட்டன. கனரக வாகனங்கள் சுற்றுச்சாலை வழியாகச் செல்ல வேண்டும்.

பழுதுபார்ப்புக்கு சுமார் நான்கு கோடி ரூபாய் செலவாகும் என மாநகராட்சி தெரிவித்துள்ளது. பாதசாரிகள் தற்காலிகப் பாலத்தைப் பயன்படுத்தலாம்.

படம்: ரவி குமார்
நன்றி: துறைமுக முரசு
""",
        {
            "headline": "பழைய துறைமுகப் பாலம் மூன்று மாதங்களுக்கு மூடல்",
            "authors": ["மீனா குமாரி"],
            "credits": ["ரவி குமார்"],
            "source": "துறைமுக முரசு",
            "date": "2024-03-14T10:20",
        },
    ),
    "id-portal": (
        """\
Jembatan Pelabuhan Lama Ditutup Tiga Bulan - Kabar Teluk

Beranda / Daerah

Jembatan Pelabuhan Lama Ditutup Tiga Bulan

Penulis: Dewi Lestari Putri
Editor: Bagus Prakoso
Kamis, 14 Maret 2024 | 10:15 WIB

TELUK BIRU - Jembatan Pelabuhan Lama akan ditutup selama tiga bulan mulai Senin setelah petugas menemukan retakan pada dua dari empat pilar. Truk harus memutar melalui jalan lingkar sejauh sebelas kilometer.

Menurut pemerintah kota, biaya perbaikan mencapai empat miliar rupiah. Pejalan kaki masih dapat memakai jembatan sementara.

Foto: Rudi Hartawan

Artikel ini telah tayang di Harian Samudra dengan judul "Dua Pilar Retak".
""",
        {
            "headline": "Jembatan Pelabuhan Lama Ditutup Tiga Bulan",
            "authors": ["Dewi Lestari Putri"],
            "editors": ["Bagus Prakoso"],
            "credits": ["Rudi Hartawan"],
            "source": "Harian Samudra",
            "date": "2024-03-14T10:15",
            "publisher": "Kabar Teluk",
        },
    ),
    "el-portal": (
        """\
Κλειστή για τρεις μήνες η παλιά γέφυρα του λιμανιού

Της Ελένης Παππά
Δημοσιεύθηκε: 14 Μαρτίου 2024, 10:20

Κλειστή για τρεις μήνες θα μείνει από τη Δευτέρα η παλιά γέφυρα του λιμανιού, αφού ο έλεγχος έδειξε ρωγμές σε δύο από τα τέσσερα βάθρα. Τα φορτηγά θα κινούνται από τον περιφερειακό δρόμο.

Σύμφωνα με τον δήμο το έργο θα κοστίσει ένα εκατομμύριο ευρώ. Οι πεζοί θα χρησιμοποιούν την προσωρινή γέφυρα.

Φωτογραφία: Νίκος Αλεξίου
Πηγή: Εφημερίδα του Λιμανιού
""",
        {
            "headline": "Κλειστή για τρεις μήνες η παλιά γέφυρα του λιμανιού",
            "authors": ["Ελένης Παππά"],
            "credits": ["Νίκος Αλεξίου"],
            "source": "Εφημερίδα του Λιμανιού",
            "date": "2024-03-14T10:20",
        },
    ),
    "cs-web": (
        """\
Přístavní most zůstane zavřený do léta

Autor: Tereza Malá, 14. března 2024 10:20

Přístavní most zůstane zavřený do konce června. Při prohlídce našli technici trhliny ve dvou ze čtyř pilířů a oprava bude dražší, než město na podzim čekalo.

Chodci mohou používat lávku na východní straně. Autobusy jezdí objížďkou, která trvá o deset minut déle.

Foto: Ondřej Vlk
Zdroj: Přístavní listy
""",
        {
            "headline": "Přístavní most zůstane zavřený do léta",
            "authors": ["Tereza Malá"],
            "credits": ["Ondřej Vlk"],
            "source": "Přístavní listy",
            "date": "2024-03-14T10:20",
        },
    ),
}
