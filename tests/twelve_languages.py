"""One short article in each of twelve languages, written for these tests: title, then three paragraphs. Nothing in them is damaged."""

ARTICLES = {
    "en": (
        "Harbour café reopens after the flood",
        "The old café on the harbour opened again on Thursday, two years after the flood. “We kept the lights on,” said its owner, Zoë Brontë-Naïr.",
        "Guests didn’t have to wait long: the first crème brûlée was served at noon – for £4, as before.",
        "The mayor, who had promised help, came late and paid for everyone’s coffee.",
    ),
    "de": (
        "Brücke über die Förde wieder geöffnet",
        "Die Brücke über die Förde ist seit Donnerstag wieder geöffnet. Zwei Jahre lang mussten die Fußgänger außen herum gehen, erklärte die Bürgermeisterin.",
        "„Wir haben es geschafft“, sagte der Bauleiter. Größere Schäden fänden sich nicht mehr; die Prüfung übernähmen künftig Taucher.",
        "Die nächste Prüfung ist für das Frühjahr geplant. Lkw über zwanzig Tonnen dürfen weiterhin nicht fahren.",
    ),
    "fr": (
        "Le pont du port a rouvert ses portes",
        "Le pont du port a été rouvert jeudi à midi, deux ans après la découverte de fissures. Les élèves de l’école voisine étaient déjà là.",
        "« Nous avons gardé espoir », a déclaré la gérante d’un café où l’on vend aussi des journaux. La mairie a payé presque tous les travaux.",
        "La prochaine vérification aura lieu l’été prochain, après la fête des pêcheurs.",
    ),
    "es": (
        "El puente del puerto vuelve a abrir",
        "El puente del puerto volvió a abrir el jueves, dos años después de que los técnicos encontraran grietas. Los niños del colegio cruzaron los primeros.",
        "«Nunca perdimos la ilusión», dijo la dueña de la panadería. ¿Y el dinero? Lo pagó el ayuntamiento, según explicó el alcalde.",
        "La próxima revisión será en otoño. Mañana habrá una pequeña fiesta en el muelle.",
    ),
    "pl": (
        "Most w porcie znów otwarty",
        "Most w porcie został otwarty w czwartek, dwa lata po tym, jak inżynierowie znaleźli pęknięcia. Pierwsi przeszli uczniowie z pobliskiej szkoły.",
        "„Wierzyliśmy, że się uda” – powiedziała właścicielka piekarni. Większość kosztów pokryło miasto, a rachunek okazał się niższy, niż zakładano.",
        "Następny przegląd odbędzie się za pięć lat. Ciężarówki muszą jeździć objazdem.",
    ),
    "ru": (
        "Мост через гавань снова открыт",
        "Мост через гавань снова открыт для движения с четверга. Два года назад инженеры нашли трещины в северной опоре и закрыли его за одну ночь.",
        "«Мы верили, что его починят», — сказала хозяйка булочной. Большую часть работ оплатил город, и счёт оказался меньше, чем ждали.",
        "Следующий осмотр пройдёт через пять лет. Тяжёлые грузовики пока поедут в объезд.",
    ),
    "tr": (
        "Liman köprüsü yeniden açıldı",
        "Liman köprüsü iki yıl süren onarımın ardından perşembe günü yeniden açıldı. Köprüden önce yakındaki okulun öğrencileri geçti.",
        "“Işığı hiç söndürmedik” diyen fırıncı, müşterilerinin üçte birini kaybettiğini söyledi. Masrafın çoğunu belediye karşıladı.",
        "Bir sonraki denetim beş yıl sonra yapılacak. Ağır kamyonlar çevre yolunu kullanacak.",
    ),
    "vi": (
        "Cầu cảng mở cửa trở lại",
        "Cầu cảng đã mở cửa trở lại vào thứ Năm, hai năm sau khi các kỹ sư phát hiện vết nứt. Học sinh trường bên cạnh là những người đầu tiên đi qua.",
        "“Chúng tôi vẫn để đèn sáng và chờ đợi”, bà chủ tiệm bánh nói. Phần lớn chi phí do thành phố trả.",
        "Lần kiểm tra tiếp theo sẽ diễn ra sau năm năm. Xe tải nặng phải đi đường vòng.",
    ),
    "zh": (
        "港口大桥重新开放",
        "港口大桥于周四重新开放，距离工程师发现裂缝已经过去两年。附近学校的学生最先走过大桥。",
        "“我们一直亮着灯等待，”面包店的老板说。大部分费用由市政府承担，最后的账单低于预算。",
        "下一次检查将在五年后进行。重型卡车仍须绕行。",
    ),
    "ja": (
        "港の橋がふたたび開通",
        "港の橋が木曜日にふたたび開通した。技術者が橋脚のひび割れを見つけてから二年になる。最初に渡ったのは近くの学校の生徒たちだった。",
        "「明かりを消さずに待っていました」とパン屋の店主は話した。費用の大半は市が負担し、予算より少なく済んだという。",
        "次の点検は五年後に行われる。大型トラックは引き続き迂回しなければならない。",
    ),
    "ko": (
        "항구 다리가 다시 열렸다",
        "항구 다리가 목요일에 다시 열렸다. 기술자들이 교각에서 금을 발견한 지 두 해 만이다. 가까운 학교의 학생들이 가장 먼저 건넜다.",
        "“우리는 불을 켜 두고 기다렸습니다.” 빵집 주인이 말했다. 비용은 대부분 시가 냈고 예산보다 적게 들었다.",
        "다음 점검은 다섯 해 뒤에 있다. 무거운 화물차는 계속 돌아가야 한다.",
    ),
    "ar": (
        "إعادة فتح جسر الميناء",
        "أعيد فتح جسر الميناء يوم الخميس بعد عامين من اكتشاف المهندسين شقوقا في دعامته الشمالية. وكان تلاميذ المدرسة القريبة أول من عبره.",
        "قالت صاحبة المخبز إنها أبقت الأنوار مضاءة وانتظرت. ودفعت البلدية معظم التكاليف، وجاءت الفاتورة أقل من المتوقع.",
        "سيجري الفحص التالي بعد خمس سنوات. وعلى الشاحنات الثقيلة أن تسلك الطريق الدائري.",
    ),
}
TEXTS = {language: "\n\n".join(parts) + "\n" for language, parts in ARTICLES.items()}
SPACELESS = ("zh", "ja")
ALPHABETS = ("en", "de", "fr", "es", "pl", "ru", "tr", "vi")
"""Languages of letters that need no joiners and no shaping."""
LEGACY = {
    "en": "cp1252", "de": "cp1252", "fr": "cp1252", "es": "cp1252", "pl": "cp1250", "ru": "cp1251", "tr": "cp1254", "zh": "gb18030", "ja": "cp932",
    "ko": "cp949", "ar": "cp1256",
}  # fmt: skip
"""The charset that each language was written in before UTF-8; Vietnamese had three, and Windows-1258 writes its marks apart."""
