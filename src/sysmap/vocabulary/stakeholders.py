"""The people and organisations: who they are, where they stand, what they can and what they need."""

from __future__ import annotations

from sysmap.schema import Choice, Field, NodeKind, Ref, Words
from sysmap.vocabulary.common import SECTORS, rating

__all__ = ["STAKEHOLDER"]

KINDS = (
    Choice("person", Words("person", "orang"), ("individual", "individu", "perorangan", "tokoh")),
    Choice("unit", Words("unit", "unit kerja"), ("department", "division", "bidang", "bagian", "seksi", "upt", "tim")),
    Choice("organisation", Words("organisation", "organisasi"),
           ("organization", "institution", "agency", "lembaga", "instansi", "dinas", "badan", "perusahaan", "yayasan", "kantor")),
    Choice("group", Words("group", "kelompok"), ("forum", "association", "asosiasi", "paguyuban", "kelompok kerja", "jejaring")),
    Choice("community", Words("community", "masyarakat"), ("komunitas", "warga", "residents", "desa", "kalurahan")),
)

BOUNDARIES = (
    Choice("internal", Words("internal", "internal"), ("inside", "dalam", "in")),
    Choice("external", Words("external", "eksternal"), ("outside", "luar", "out")),
)

LEVELS = (
    Choice("national", Words("national", "nasional"), ("pusat", "central")),
    Choice("province", Words("province", "provinsi"), ("provincial", "propinsi", "daerah istimewa")),
    Choice("district", Words("district", "kabupaten"), ("regency", "kota", "kabupaten/kota", "municipality")),
    Choice("subdistrict", Words("sub-district", "kapanewon"), ("kecamatan", "kemantren")),
    Choice("village", Words("village", "desa"), ("kalurahan", "kelurahan", "padukuhan", "dusun")),
)

STAKEHOLDER = NodeKind(
    "Stakeholder", "stakeholder", "stakeholders.csv",
    Words("Stakeholder", "Pemangku kepentingan"), Words("Stakeholders", "Pemangku kepentingan"),
    Words("A person, unit, organisation, group or community that shapes a problem or an innovation, or lives with it.",
          "Orang, unit, organisasi, kelompok, atau masyarakat yang memengaruhi masalah atau inovasi, atau merasakan akibatnya."),
    fields=(
        Field("kind", Words("Kind of stakeholder", "Jenis pemangku kepentingan"),
              Words("Whether it is a person, a unit, an organisation, a group or a community.",
                    "Apakah ia orang, unit kerja, organisasi, kelompok, atau masyarakat."), choices=KINDS),
        Field("sector", Words("Sector", "Sektor"),
              Words("Which of the five helices of society it belongs to.", "Unsur pentaheliks tempat ia berada."),
              choices=SECTORS, synonyms=("helix", "pentahelix", "penta helix", "pentaheliks", "unsur")),
        Field("boundary", Words("Inside or outside", "Internal atau eksternal"),
              Words("Whether it stands inside or outside the organisation that the map is drawn for.",
                    "Apakah ia berada di dalam atau di luar organisasi yang petanya dibuat."),
              choices=BOUNDARIES, closed=True, synonyms=("internal external", "internal/external", "inside outside")),
        Field("level", Words("Level of government", "Tingkat wilayah"),
              Words("The level at which it acts, from nation to village.", "Tingkat wilayah kerjanya, dari nasional sampai desa."),
              choices=LEVELS, synonyms=("tingkat", "tingkatan", "administrative level")),
        rating("power", Words("Power", "Kuasa"),
               Words("How far it can make things happen or stop them: 1 hardly, 5 wholly.",
                     "Sejauh mana ia dapat mewujudkan atau menghentikan sesuatu: 1 hampir tidak, 5 sepenuhnya."), "kekuasaan"),
        rating("interest", Words("Interest", "Minat"),
               Words("How much the outcome matters to it: 1 hardly, 5 greatly.",
                     "Seberapa besar hasilnya berarti baginya: 1 hampir tidak, 5 sangat besar."), "kepentingan"),
        rating("legitimacy", Words("Legitimacy", "Legitimasi"),
               Words("How rightful others find its claim: 1 hardly, 5 wholly.",
                     "Seberapa sah tuntutannya di mata pihak lain: 1 hampir tidak, 5 sepenuhnya."), "keabsahan"),
        rating("urgency", Words("Urgency", "Kemendesakan"),
               Words("How pressing its claim is: 1 can wait, 5 at once.",
                     "Seberapa mendesak tuntutannya: 1 dapat menunggu, 5 saat ini juga."), "urgensi", "mendesak"),
        Field("offers", Words("Offers", "Dapat memberi"),
              Words("What it can give to others: skills, data, money, places, people.",
                    "Yang dapat diberikannya kepada pihak lain: keahlian, data, dana, tempat, tenaga."), many=True,
              synonyms=("offer", "menawarkan", "tawaran", "sumber daya", "resources")),
        Field("needs", Words("Needs", "Membutuhkan"),
              Words("What it seeks from others.", "Yang dicarinya dari pihak lain."), many=True,
              synonyms=("need", "kebutuhan", "butuh")),
        Field("contact", Words("Contact person", "Narahubung"),
              Words("Whom to ask for.", "Orang yang dapat dihubungi."), sensitivity="personal",
              synonyms=("kontak", "pic", "penanggung jawab")),
        Field("email", Words("Email", "Surel"), Words("Where to write to.", "Alamat surel untuk dihubungi."), sensitivity="personal",
              synonyms=("email address", "alamat email")),
        Field("phone", Words("Phone", "Telepon"), Words("The number to call.", "Nomor yang dapat dihubungi."), sensitivity="personal",
              synonyms=("telephone", "mobile", "nomor telepon", "no hp", "hp", "whatsapp")),
    ),
    refs=(
        Ref("works_on", "WORKS_ON", True, Words("Works on", "Menangani"), ("problems", "masalah", "masalah yang ditangani", "bekerja pada")),
        Ref("part_of", "BELONGS_TO", True, Words("Part of", "Bagian dari"), ("belongs to", "parent", "induk", "organisasi induk", "unit induk")),
    ),
)
