//! Words of the calendar, in the languages that plans are written in.

use crate::model::when::{Precision, Unit};

/// The months, their words with blanks between them.
pub const MONTHS: [&str; 12] = [
    "january jan enero ene januar jänner janvier janv janeiro gennaio gen januari stycznia styczeń sty января январь янв січня січень ocak",
    "february feb febrero februar février fevrier févr fév fevereiro fev febbraio februari lutego luty lut февраля февраль фев лютого лютий şubat",
    "march mar marzo märz maerz mär mrz mars março marco maart mrt marca marzec марта март мар березня березень mart maret",
    "april apr abril abr avril avr aprile kwietnia kwiecień kwi апреля апрель апр квітня квітень nisan",
    "may mayo mai maio maggio mag mei maja maj мая май травня травень mayıs",
    "june jun junio juni juin junho giugno giu czerwca czerwiec cze июня июнь июн червня червень haziran",
    "july jul julio juli juillet juil julho luglio lug lipca lipiec lip июля июль июл липня липень temmuz",
    "august aug agosto ago août aout augustus sierpnia sierpień sie августа август авг серпня серпень ağustos agustus",
    "september sep sept septiembre septembre setembro set settembre września wrzesień wrz сентября сентябрь сен вересня вересень eylül",
    "october oct octubre oktober okt octobre outubro out ottobre ott października październik paź октября октябрь окт жовтня жовтень ekim",
    "november nov noviembre novembre novembro listopada listopad lis ноября ноябрь ноя листопада листопад kasım",
    "december dec diciembre dic dezember dez décembre déc decembre dezembro dicembre grudnia grudzień gru декабря декабрь дек грудня грудень aralık desember",
];

/// Short words for months that mean other things as well; they count only behind the number of a day.
pub const SHORT: &[&str] = &[
    "ago", "cze", "gen", "gru", "lip", "lis", "mag", "out", "set", "sie", "sty",
];

/// Words before or behind the number of a longer time of a year.
pub const PERIODS: &[(Precision, &str)] = &[
    (
        Precision::Quarter,
        "q quarter quartal trimestre trimester kwartaal kwartał квартал çeyrek quý kuartal 분기 季度 四半期",
    ),
    (
        Precision::Half,
        "h half halbjahr semestre semester semestr півріччя 반기",
    ),
    (Precision::Week, "w kw cw calendar"),
];

/// Words before the number of a time that is counted from the beginning of the plan.
pub const COUNTED: &[(Unit, &str)] = &[
    (
        Unit::Week,
        "week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane weken tydzień tygodnie неделя недели тиждень тижні hafta tuần minggu 주 주차 周 週 第",
    ),
    (
        Unit::Day,
        "day days tag tage jour jours día días dia dias giorno giorni dag dagen dzień dni день дни дні gün hari 일차",
    ),
    (
        Unit::Month,
        "month months monat monate mois mes meses mês mese mesi maand maanden miesiąc miesiące месяц месяцы місяць місяці ay bulan 개월차",
    ),
];

/// Words between the two ends of a time.
pub const UNTIL: &[&str] = &[
    "to", "bis", "through", "thru", "until", "till", "hasta", "até", "ate", "au", "al", "a", "à",
    "tot", "do", "по", "до", "đến", "sampai", "至", "到", "から", "부터",
];

/// Words that a day stands behind without being numbered by them.
pub const BEFORE_DAYS: &[&str] = &[
    "from",
    "von",
    "vom",
    "del",
    "de",
    "du",
    "da",
    "dal",
    "od",
    "van",
    "on",
    "am",
    "le",
    "el",
    "due",
    "by",
    "between",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "con",
    "dates",
    "the",
    "ca",
    "about",
    "until",
    "to",
    "em",
    "il",
    "op",
    "den",
    "seit",
    "since",
    "desde",
    "depuis",
    "dia",
    "día",
    "w",
    "dnia",
    "於",
    "于",
    "ngày",
];
