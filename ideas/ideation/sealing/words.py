"""What a random name is made of: quiet words that say nothing about anybody."""

FIRST = """
Abend Acker Anker Apfel Atlas Bambus Basalt Becher Berg Birken Blatt Bogen Boje Brücken Brunnen
Delta Eichen Erlen Esel Espen Fähren Farn Feder Feld Fenster Fichten Flieder Floss Fluss Garten
Glas Glocken Granit Gras Hafen Hagebutten Hain Halm Hasel Heide Herbst Hügel Insel Kahn Kamillen
Karten Kastanien Kerzen Kiefern Kiesel Klee Koffer Kompass Korb Kreide Krug Lampen Laternen Laub
Linden Lotsen Löwenzahn Malven Marmor Mast Minzen Mohn Mond Moos Morgen Mühlen Muschel Nebel Nuss
Papier Pappel Perlen Pinsel Quarz Quellen Rasen Regen Ruder Sand Schiefer Schilf Segel Silber
Sommer Stein Steg Stern Strand Tal Tannen Tau Teich Ton Treppen Tulpen Turm Ufer Ulmen Wald Wasser
Weiden Weizen Wiesen Wind Winter Wolken Zeder Ziegel Zirbel
""".split()
SECOND = """
Ahorn Amsel Aster Bach Biber Blume Bucht Buche Buchfink Dachs Distel Dohle Drossel Düne Eisvogel
Elster Enzian Eule Falke Fels Fink Forelle Gabel Gans Gecko Ginster Gipfel Grille Habicht Hafer
Hase Hecht Hirsch Holunder Hummel Igel Iltis Käfer Karpfen Kauz Kiebitz Klippe Knospe Kranich
Krokus Kuckuck Lachs Lavendel Lerche Libelle Lilie Luchs Marder Meise Möwe Mistel Otter Pfad Pirol
Primel Quelle Rabe Reh Reiher Ringel Robbe Rose Rotkehlchen Salbei Schleie Schwalbe Schwan Spatz
Specht Sperber Star Storch Strauch Tanne Taube Thymian Uhu Veilchen Wachtel Weg Weiher Welle Wicke
Wiesel Wurzel Zander Zaunkönig Zeisig Zweig
""".split()
