// title: Ties by year
// judul: Hubungan menurut tahun
// about: How many ties of each type began in each year; those without a date come last.
// tentang: Berapa hubungan tiap tipe yang dimulai pada tiap tahun; yang tanpa tanggal di akhir.
// returns: year, tie, count
MATCH (a)-[r]->(b) WHERE a.map = $map AND b.map = $map AND r.uid IS NOT NULL
WITH left(r.since, 4) AS year, type(r) AS tie, count(r) AS count
RETURN year, tie, count
ORDER BY coalesce(year, '~'), tie
