"""Short fictional articles in many scripts, written for the tests of completeness."""

from __future__ import annotations

ARTICLES = {
    "zh": """\
海湾小镇图书馆翻修后重新开放

经过十四个月的翻修,灯塔镇图书馆于星期六上午重新向居民开放。馆长林秋月说,新馆的阅览座位比过去增加了一倍。

当天有六百多人到场参观。孩子们在一楼的儿童区听了三场故事会,老人们则在二楼的报刊室里找到了熟悉的位置。

翻修费用由镇政府和居民捐款共同承担。林秋月表示:“我们没有拆掉老楼梯,因为几代人都在那里坐着看过书。”

图书馆今后每天开放到晚上九点,星期一闭馆。下个月还将举办旧书交换活动。
""",
    "ja": """\
港町の古い時計台、三年ぶりに動き出す

海沿いの小さな町で止まっていた時計台が、日曜日の正午に三年ぶりに動き出した。修理を手がけたのは、地元の高校を卒業したばかりの若い職人だった。

広場には朝から大勢の住民が集まった。鐘が鳴ると拍手が起こり、屋台の主人は「この音がないと昼が来た気がしなかった」と話した。

町によると、修理の費用は約四百万円で、その半分は寄付でまかなわれた。部品の一部は新しく作り直された。

職人の男性は来年も点検を続けるという。時計台の内部は来月から見学できるようになる。
""",
    "th": """\
ชาวประมงเกาะแก้วช่วยกันซ่อมสะพานไม้เก่า

ชาวประมงบนเกาะแก้วกว่าห้าสิบคนช่วยกันซ่อมสะพานไม้เก่าที่พังจากพายุเมื่อเดือนก่อน งานใช้เวลาสามวันและแล้วเสร็จก่อนวันหยุด

ผู้ใหญ่บ้านกล่าวว่าสะพานนี้เป็นทางเดียวที่เด็กนักเรียนใช้ข้ามไปโรงเรียน ทุกบ้านจึงส่งคนมาช่วยอย่างน้อยหนึ่งคน

ไม้ที่ใช้ซ่อมได้มาจากเรือเก่าสามลำที่เจ้าของมอบให้ ส่วนที่เหลือชาวบ้านรวบรวมเงินซื้อเอง
""",
    "ar": """\
افتتاح حديقة صغيرة على سطح مدرسة في بلدة الميناء

افتتح تلاميذ مدرسة في بلدة الميناء يوم الأحد حديقة صغيرة على سطح المبنى، بعد عام كامل من العمل في أوقات الفراغ.

وقالت مديرة المدرسة إن الفكرة جاءت من تلميذة في الصف الخامس، وإن الأهالي تبرعوا بالتراب والأحواض والبذور.

وسيبيع التلاميذ ما يزرعونه في سوق البلدة كل أسبوع، على أن يذهب الدخل إلى مكتبة المدرسة.

وتخطط مدرستان أخريان في المنطقة لإنشاء حديقتين مماثلتين في الربيع المقبل.
""",
    "hi": """\
पहाड़ी गांव में तीस साल बाद फिर चली पनचक्की

पहाड़ी गांव देवसर में तीस साल से बंद पड़ी पनचक्की रविवार को फिर से चल पड़ी। गांव के युवाओं ने छह महीने तक उसकी मरम्मत की।

सरपंच ने बताया कि चक्की का पत्थर पुराना ही है, लेकिन लकड़ी का पहिया नया बनाया गया है। इस काम में पड़ोस के दो गांवों के बढ़ई भी शामिल हुए।

अब गांव के लोग अपना अनाज यहीं पिसवा सकेंगे। पहले उन्हें इसके लिए बारह किलोमीटर दूर जाना पड़ता था।

चक्की सप्ताह में तीन दिन चलेगी और इसकी देखरेख महिलाओं का एक समूह करेगा।
""",
    "ko": """\
섬마을 작은 극장, 십 년 만에 다시 문 열어

남쪽 섬마을의 작은 극장이 토요일 저녁 십 년 만에 다시 문을 열었다. 첫날 상영에는 주민 이백여 명이 찾아와 자리를 가득 채웠다.

극장을 되살린 사람은 이 마을에서 자란 자매다. 언니는 “어릴 때 본 영화 한 편이 여기서 사는 이유가 됐다”고 말했다.

수리비는 주민들이 조금씩 모은 돈과 군청의 지원금으로 마련했다. 의자는 문을 닫은 다른 극장에서 가져왔다.

극장은 앞으로 주말마다 두 편씩 영화를 상영한다. 다음 달에는 어린이를 위한 상영회도 열린다.
""",
    "de": """\
Alte Fähre legt wieder ab

Nach vier Jahren Pause hat die alte Flussfähre bei Lindenau am Samstag wieder abgelegt. Mehr als dreihundert Menschen standen am Ufer und winkten.

Die Gemeinde hatte das Schiff im Winter in der Werft überholen lassen. „Wir haben jede Planke in der Hand gehabt“, sagte der Bootsbauer, der die Arbeiten geleitet hat.

Die Kosten teilen sich die Gemeinde und ein Verein, der seit Jahren Geld gesammelt hat. Eine Überfahrt dauert sechs Minuten und kostet so viel wie früher.

Gefahren wird bis Oktober, an Wochenenden auch am Abend. Fahrräder dürfen mit, Autos nicht.
""",
    "ru": """\
В посёлке у залива снова заработала старая пекарня

Старая пекарня в посёлке Каменный Мыс открылась в субботу после шести лет простоя. Первые буханки разобрали за сорок минут.

Печь восстановили двое братьев, которые выросли на соседней улице. «Мы разобрали её по кирпичу и сложили заново», — рассказал старший из них.

Деньги на ремонт собрали жители, остальное дала районная администрация. Муку привозят с мельницы, которая стоит в двадцати километрах отсюда.

Пекарня будет работать каждый день, кроме понедельника. Весной братья хотят открыть рядом небольшую чайную.
""",
    "vi": """\
Làng chài nhỏ dựng lại ngôi trường sau cơn bão

Sau tám tháng sửa chữa, ngôi trường của làng chài Bến Sậy mở cửa trở lại vào sáng thứ hai. Hơn một trăm em nhỏ đã có mặt từ rất sớm.

Cô hiệu trưởng cho biết mái nhà được lợp lại bằng vật liệu nhẹ hơn và chắc hơn trước. “Bà con góp công nhiều hơn góp tiền”, cô nói.

Bàn ghế do một xưởng mộc ở làng bên đóng tặng. Phần sách còn thiếu được các bạn học sinh thành phố gửi về bằng thuyền.

Từ tháng sau, phòng đọc của trường sẽ mở cho cả người lớn vào buổi tối. Một lớp dạy đan lưới cũng sắp bắt đầu ở đó.
""",
    "el": """\
Ξανάνοιξε το παλιό καφενείο του νησιού

Το παλιό καφενείο στο λιμάνι της Αλμυρής άνοιξε ξανά το Σάββατο, έπειτα από πέντε χρόνια. Από νωρίς το πρωί οι κάτοικοι περίμεναν έξω από την πόρτα.

Το ανέλαβαν δύο αδελφές που γύρισαν στο νησί τον χειμώνα. «Κρατήσαμε τα ίδια τραπέζια και το ίδιο ρολόι στον τοίχο», είπε η μεγαλύτερη.

Τα έξοδα της επισκευής τα μοιράστηκαν με τον δήμο και με έναν σύλλογο ναυτικών. Η στέγη φτιάχτηκε από μαστόρους του διπλανού χωριού.

Το καφενείο θα μένει ανοιχτό όλο τον χρόνο. Κάθε Κυριακή θα παίζουν εκεί μουσική οι μαθητές του γυμνασίου.
""",
    "he": """\
ספריית הכפר חזרה לפעול אחרי שיפוץ ארוך

ספריית הכפר נוף הגבעה נפתחה מחדש ביום ראשון אחרי שנתיים של שיפוצים. יותר ממאתיים תושבים הגיעו לטקס הקטן בחצר.

מנהלת הספרייה סיפרה שהמדפים נבנו בידי מתנדבים מהכפר. "לא זרקנו אף ספר, רק העברנו אותם ממקום למקום", אמרה.

את עלות העבודה חילקו ביניהן המועצה ואגודת ההורים. את החלונות תיקן נגר ותיק שגר ליד בית הספר.

הספרייה תהיה פתוחה בכל יום עד שמונה בערב. בחודש הבא תתחיל שם שעת סיפור לילדים בשלוש שפות.
""",
    "es": """\
Vuelve a sonar el reloj de la estación vieja

El reloj de la estación vieja de Valdearce volvió a dar la hora el domingo, después de once años parado. Unos trescientos vecinos se reunieron en el andén para escucharlo.

Lo arregló una relojera jubilada con la ayuda de dos alumnos del instituto. “Solo le faltaban paciencia y aceite”, bromeó ella durante el acto.

El ayuntamiento pagó las piezas nuevas y una asociación puso el resto. La torre se pintó con el mismo color que tenía hace un siglo.

Desde ahora se podrá subir a la torre los primeros sábados de cada mes. La entrada será gratuita para los niños de la comarca.
""",
}

PROMPTS = {
    "ar": ("هذا المقال متاح للمشتركين فقط.", "اشترك لقراءة المقال كاملاً."),
    "bg": ("Тази статия е само за абонати.", "Влезте в профила си, за да прочетете цялата статия."),
    "bn": ("এই প্রতিবেদন শুধু গ্রাহকদের জন্য।", "পুরো লেখা পড়তে লগ ইন করুন।"),
    "ca": ("Aquest article és només per a subscriptors.", "Inicia la sessió per continuar llegint."),
    "cs": ("Tento článek je jen pro předplatitele.", "Přihlaste se a pokračujte ve čtení."),
    "da": ("Denne artikel er kun for abonnenter.", "Opret en konto for at læse videre.", "Log ind for at læse hele artiklen."),
    "de": (
        "Den ganzen Text gibt es nur mit Abo.",
        "Bitte melden Sie sich an, um weiterzulesen.",
        "Dieser Beitrag ist nur für Abonnenten verfügbar.",
    ),
    "el": ("Αυτό το άρθρο είναι μόνο για συνδρομητές.", "Κάντε εγγραφή για να συνεχίσετε την ανάγνωση."),
    "en": (
        "The rest of this report is for paying readers only.",
        "Create an account to keep reading.",
        "You have reached your limit of free articles.",
    ),
    "es": (
        "Contenido exclusivo para suscriptores.",
        "Regístrate gratis para continuar leyendo.",
        "Has alcanzado el límite de artículos gratuitos.",
    ),
    "et": ("See artikkel on ainult tellijatele.", "Logi sisse, et edasi lugeda."),
    "fa": ("این مطلب فقط برای مشترکان است.", "برای خواندن متن کامل وارد شوید."),
    "fi": ("Tämä juttu on vain tilaajille.", "Kirjaudu sisään jatkaaksesi lukemista."),
    "fil": ("Mag-subscribe para mabasa ang buong artikulo.", "Mag-log in upang ituloy ang pagbasa."),
    "fr": (
        "La suite de l’article est réservée aux abonnés.",
        "Créez un compte gratuit pour continuer votre lecture.",
        "Il vous reste 70 % de cet article à lire.",
    ),
    "he": ("כתבה זו זמינה למנויים בלבד.", "התחברו כדי להמשיך לקרוא."),
    "hi": ("यह लेख केवल ग्राहकों के लिए है।", "आगे पढ़ने के लिए लॉग इन करें।"),
    "hu": ("Ez a cikk csak előfizetőknek érhető el.", "Jelentkezzen be a teljes cikk elolvasásához."),
    "id": ("Artikel ini khusus untuk pelanggan.", "Daftar untuk melanjutkan membaca."),
    "is": ("Þessi grein er aðeins fyrir áskrifendur.", "Skráðu þig inn til að lesa alla greinina."),
    "it": ("Contenuto riservato agli abbonati.", "Accedi per continuare a leggere.", "Registrati gratis per leggere tutto l’articolo."),
    "ja": ("続きを読むには会員登録が必要です。", "この先は有料会員の方のみお読みいただけます。"),
    "ko": ("이 기사는 유료 회원 전용입니다.", "로그인하면 기사 전문을 읽을 수 있습니다."),
    "lt": ("Šis straipsnis prieinamas tik prenumeratoriams.", "Prisijunkite ir skaitykite toliau."),
    "lv": ("Šis raksts pieejams tikai abonentiem.", "Piesakieties, lai turpinātu lasīt."),
    "nl": (
        "Dit artikel is alleen voor abonnees.",
        "Maak een gratis account aan om verder te lezen.",
        "Word abonnee en lees het hele verhaal.",
    ),
    "no": ("Denne saken er kun for abonnenter.", "Logg inn for å lese videre."),
    "pl": ("Ten artykuł jest dostępny tylko dla subskrybentów.", "Załóż konto, aby czytać dalej."),
    "pt": ("Conteúdo exclusivo para assinantes.", "Cadastre-se grátis para continuar lendo.", "Assine para ter acesso ao texto completo."),
    "ro": ("Acest articol este disponibil doar abonaților.", "Autentificați-vă pentru a citi întregul articol."),
    "ru": ("Этот материал доступен только подписчикам.", "Войдите, чтобы читать дальше."),
    "sk": ("Tento článok je len pre predplatiteľov.", "Prihláste sa a čítajte ďalej."),
    "sl": ("Ta članek je na voljo samo naročnikom.", "Prijavite se za nadaljevanje branja."),
    "sr": ("Ovaj članak je dostupan samo pretplatnicima.", "Пријавите се да бисте прочитали цео текст."),
    "sv": ("Den här artikeln är låst för prenumeranter.", "Skapa ett konto för att läsa vidare."),
    "sw": ("Makala hii ni kwa waliojisajili tu.", "Ingia ili kuendelea kusoma makala."),
    "th": ("บทความนี้สำหรับสมาชิกเท่านั้น", "เข้าสู่ระบบเพื่ออ่านต่อ"),
    "tr": ("Bu içerik yalnızca abonelere özeldir.", "Haberin tamamını okumak için giriş yapın."),
    "uk": ("Цей матеріал доступний лише передплатникам.", "Увійдіть, щоб читати далі."),
    "ur": ("یہ مضمون صرف صارفین کے لیے ہے۔", "مکمل مضمون پڑھنے کے لیے لاگ ان کریں۔"),
    "vi": ("Bài viết này chỉ dành cho thành viên.", "Vui lòng đăng nhập để đọc tiếp."),
    "zh": ("本文仅限会员阅读。", "请登录后继续阅读。", "訂閱後即可閱讀全文。"),
}
"""Prompts to pay, to sign in or to read on, by language."""

FURNITURE = {
    "de": (
        "Lindenauer Bote\nStartseite\nLokales\nSport\nAnmelden\nE-Paper\n",
        "Artikel teilen\nMeistgelesen\nNeue Bänke für den Stadtpark\nTag der offenen Tür im Klärwerk\nImpressum\nDatenschutz\nKontakt\n",
    ),
    "es": (
        "El Correo de Valdearce\nPortada\nLocal\nDeportes\nIniciar sesión\n",
        "Compartir\nLo más leído\nAbre la piscina municipal\nNuevos árboles en la plaza\nAviso legal\nPrivacidad\nContacto\n",
    ),
    "ru": (
        "Вестник залива\nГлавная\nНовости\nСпорт\nВойти\n",
        "Поделиться\nСамое читаемое\nНовые скамейки в парке\nВ порту открыли выставку\nКонтакты\nРеклама\n",
    ),
    "ja": (
        "港町新聞\nホーム\n地域\nスポーツ\nログイン\n",
        "シェアする\nアクセスランキング\n公園に新しいベンチ\n市場で春の催し\nお問い合わせ\nプライバシーポリシー\n",
    ),
    "zh": (
        "灯塔镇日报\n首页\n本地\n体育\n登录\n",
        "分享到\n热门文章\n公园添置新长椅\n码头举办春季集市\n关于我们\n联系方式\n",
    ),
}
"""What stands above and below an article on its page, by language."""
