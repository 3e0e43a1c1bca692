//! Words for kinds, fields and topics in other languages than English, with commas between them.
//!
//! A line for each language that has words of its own: Spanish, Portuguese, French, German, Italian, Dutch, Polish,
//! Russian, Korean, Chinese (also in the traditional script), Japanese.

use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::topic::Topic;

/// Words for the kinds, in the singular and the plural.
pub const FOREIGN_KINDS: &[(Kind, &str)] = &[
    (Kind::Phase, "etapa, etapas, horizonte, horizontes"),
    (
        Kind::Phase,
        "projektphase, projektphasen, ausbaustufe, ausbaustufen",
    ),
    (Kind::Phase, "fasi, fasen, faza, fazy, etap, etapy"),
    (Kind::Phase, "этап, этапы, фаза, фазы"),
    (Kind::Phase, "페이즈, 階段, フェーズ, フェイズ, 段階"),
    (
        Kind::Milestone,
        "hito del proyecto, hitos del proyecto, marco do projeto, marcos do projeto, jalons du projet",
    ),
    (
        Kind::Milestone,
        "pietra miliare, pietre miliari, traguardo, traguardi, mijlpaal, mijlpalen, kamień milowy, kamienie milowe",
    ),
    (Kind::Milestone, "веха, вехи, マイルストーン"),
    (
        Kind::Feature,
        "épico, épicos, epico, epicos, requisito funcional, requisitos funcionales, funcionalidade, funcionalidades, característica, características",
    ),
    (Kind::Feature, "épopée, épopées, epopee, epopees"),
    (
        Kind::Feature,
        "anforderung, anforderungen, merkmal, merkmale, epos",
    ),
    (
        Kind::Feature,
        "funzionalità, epica, epiche, functionaliteit, functionaliteiten, funkcja, funkcje, epik, epiki",
    ),
    (
        Kind::Feature,
        "функция, функции, эпик, эпики, функциональность",
    ),
    (
        Kind::Feature,
        "기능, 에픽, 功能, 特性, 史诗, 史詩, 機能, エピック",
    ),
    (
        Kind::Story,
        "história, histórias, história de usuário, histórias de usuário, história do usuário, histórias do usuário",
    ),
    (
        Kind::Story,
        "récit utilisateur, récits utilisateurs, récits utilisateur, histoire utilisateur, histoires utilisateur, histoires utilisateurs",
    ),
    (
        Kind::Story,
        "nutzergeschichte, nutzergeschichten, anwendergeschichten, anwenderstory",
    ),
    (
        Kind::Story,
        "storia utente, storie utente, gebruikersverhaal, gebruikersverhalen, historyjka, historyjki, historyjki użytkownika",
    ),
    (
        Kind::Story,
        "пользовательская история, пользовательские истории, история пользователя",
    ),
    (
        Kind::Story,
        "사용자 스토리, 유저 스토리, 스토리, 用户故事, 使用者故事, 用戶故事, ユーザーストーリー, ストーリー",
    ),
    (
        Kind::Task,
        "pendientes, tareas pendientes, actividad, actividades, incidencia, incidencias",
    ),
    (
        Kind::Task,
        "atividade, atividades, pendências, tarefas pendentes, entregável, entregáveis",
    ),
    (Kind::Task, "tâches à faire, à faire, chantier, chantiers"),
    (
        Kind::Task,
        "arbeitspaket, arbeitspakete, offene aufgaben, teilaufgabe, teilaufgaben",
    ),
    (
        Kind::Task,
        "attività, compito, compiti, taak, taken, zadanie, zadania",
    ),
    (Kind::Task, "задача, задачи, дефект, дефекты"),
    (
        Kind::Task,
        "할 일, 할일, 태스크, 이슈, 과제, 작업 목록, 待办, 待办事项, 任务列表, 任务清单, 任務, 待辦事項, タスク, 作業, タスク一覧, 課題一覧",
    ),
    (
        Kind::Sprint,
        "iteración, iteraciones, iteração, iterações, itération, itérations",
    ),
    (
        Kind::Sprint,
        "iterationen, kalenderwoche, settimana, settimane, iterazione, iterazioni, iteratie, iteraties, tydzień, iteracja",
    ),
    (Kind::Sprint, "спринт, спринты, итерация, итерации, неделя"),
    (
        Kind::Sprint,
        "스프린트, 이터레이션, 冲刺, 迭代, 衝刺, スプリント, イテレーション",
    ),
    (
        Kind::Decision,
        "decisão, decisões, decisione, decisioni, besluit, besluiten, beslissing, decyzja, decyzje",
    ),
    (
        Kind::Decision,
        "결정, 의사결정, 决策, 决定, 決策, 決定, 意思決定",
    ),
    (
        Kind::Blocker,
        "impedimento, impedimentos, bloqueio, bloqueios, blocage, blocages, point bloquant, points bloquants, hindernis, hindernisse, blockade",
    ),
    (
        Kind::Blocker,
        "ostacolo, ostacoli, blokkade, blokkades, przeszkoda, przeszkody, блокер, блокеры",
    ),
    (
        Kind::Blocker,
        "블로커, 장애물, 차단 요인, 阻塞, 阻塞项, 阻碍, ブロッカー",
    ),
];

/// Words for what is stated of an item.
pub const FOREIGN_FIELDS: &[(FieldName, &str)] = &[
    (
        FieldName::Id,
        "código, codigo, clave, número, numéro, nummer, numero, numer, номер, 번호, 编号, 序号, 編號, 番号",
    ),
    (
        FieldName::Kind,
        "soort, typ zadania, тип, 유형, 类型, 類型, 種別",
    ),
    (
        FieldName::Title,
        "nombre, nome, titolo, naam, tytuł, nazwa, название, 작업명, 이름, 名稱, 標題, タイトル, 件名, 名前",
    ),
    (
        FieldName::Status,
        "statuts, état, etat, situación, situação atual, estado actual, estado atual",
    ),
    (
        FieldName::Status,
        "stato, stan, статус, состояние, 진행 상태, 진행상태, 진행 상황, 现状, 当前状态, 狀態, ステータス, 状態, 状況, 進捗状況",
    ),
    (
        FieldName::Priority,
        "importancia, importância, dringlichkeit, wichtigkeit, priorità, prioriteit, priorytet, приоритет, 중요도, 優先級, 優先度, 優先順位",
    ),
    (
        FieldName::Rank,
        "ordre, volgorde, kolejność, порядок, 순서, 顺序, 順序, 順番",
    ),
    (
        FieldName::Start,
        "fecha de inicio, fecha inicio, data de início, data de inicio, date de début, début prévu, startdatum, anfang",
    ),
    (
        FieldName::Start,
        "data inizio, inizio, begindatum, data rozpoczęcia, дата начала, начало, 시작일, 开始日期, 开始时间, 開始日, 開始日期",
    ),
    (
        FieldName::Due,
        "fecha de fin, fecha fin, fin, fecha objetivo, fecha de entrega, fecha prevista, fecha de vencimiento, plazo",
    ),
    (
        FieldName::Due,
        "data limite, data de fim, data de término, data prevista, data de entrega, data final, vencimento",
    ),
    (
        FieldName::Due,
        "date prévue, date cible, date d échéance, date de fin, date de livraison, fin prévue, livraison prévue, date butoir",
    ),
    (
        FieldName::Due,
        "termin, frist, zieltermin, zieldatum, enddatum, fällig am, fälligkeitsdatum, fertigstellung, abgabe, stichtag",
    ),
    (
        FieldName::Due,
        "scadenza, data fine, data di scadenza, streefdatum, einddatum, termin realizacji, data zakończenia",
    ),
    (
        FieldName::Due,
        "срок, срок сдачи, дедлайн, дата окончания, дата завершения",
    ),
    (
        FieldName::Due,
        "기한, 예정일, 완료 예정일, 목표일, 종료일, 截止时间, 目标日期, 计划完成, 计划完成日期, 预计完成, 预计完成时间, 完成期限, 結束日期, 截止日, 期限, 期日, 締切, 締め切り, 完了予定日, 終了日, 目標日",
    ),
    (
        FieldName::Span,
        "fechas previstas, duração prevista, datas, période, periode, laufzeit, periodo previsto, okres, период, 기간, 时间范围, 起止时间, 期間",
    ),
    (
        FieldName::Done,
        "fecha de cierre real, data de conclusão, concluído em, date de clôture, terminé le, abgeschlossen am, erledigt am, 완료일, 实际完成, 完成时间, 完了日",
    ),
    (
        FieldName::Owner,
        "encargado, encargada, asignado a, asignado, dueño, responsável, atribuído a, assigné à, assigné, affecté à, porteur",
    ),
    (
        FieldName::Owner,
        "verantwortlicher, verantwortliche, zuständig, zuständigkeit, bearbeiter, assegnatario, verantwoordelijke, eigenaar, odpowiedzialny, osoba odpowiedzialna",
    ),
    (
        FieldName::Owner,
        "ответственный, исполнитель, 담당, 책임자, 责任人, 执行人, 指派给, 負責人, 担当, 担当者, 責任者",
    ),
    (
        FieldName::Estimate,
        "puntos, puntos de historia, estimativa, pontos, pontos de história, schätzung, story punkte, stima, schatting, szacunek, оценка",
    ),
    (
        FieldName::Estimate,
        "공수, 예상 시간, 예상 소요, 포인트, 스토리 포인트, 工作量, 估算, 预估工时, 工期, 見積, 見積もり, 工数, ポイント",
    ),
    (
        FieldName::Progress,
        "avance, progresso, voortgang, postęp, прогресс, готовность, 진척률, 完成度, 進捗, 進捗率, 進度",
    ),
    (
        FieldName::Committed,
        "puntos comprometidos, puntos planificados, pontos comprometidos, pontos planejados, points engagés, engagé, engagés, zugesagt, zugesagte punkte, geplante punkte",
    ),
    (
        FieldName::Completed,
        "puntos completados, puntos entregados, pontos concluídos, pontos entregues, points livrés, livré, livrés, points terminés, erledigte punkte, gelieferte punkte",
    ),
    (FieldName::Velocity, "vélocité, velocità, geschwindigkeit"),
    (
        FieldName::Goal,
        "objetivo del sprint, objetivo da sprint, meta, meta da sprint, objectif du sprint, sprintziel, zielsetzung",
    ),
    (
        FieldName::Goal,
        "obiettivo, doel, cel, цель, цели, 목표, 目标, 目標, ゴール",
    ),
    (
        FieldName::Parent(Some(Kind::Phase)),
        "etapa, faza, фаза, этап, 단계, 阶段, 階段, フェーズ",
    ),
    (
        FieldName::Parent(Some(Kind::Milestone)),
        "mijlpaal, веха, 마일스톤, 里程碑, マイルストーン",
    ),
    (
        FieldName::Parent(Some(Kind::Feature)),
        "épico, épopée, эпик, 에픽, 所属功能, エピック",
    ),
    (
        FieldName::DependsOn,
        "requiere, requisitos previos, predecesoras, pré requisitos, prérequis, voraussetzung, voraussetzungen, vorgänger",
    ),
    (
        FieldName::DependsOn,
        "dipende da, dipendenze, afhankelijk van, afhankelijkheden, zależy od, zależności, зависит от, зависимости",
    ),
    (
        FieldName::DependsOn,
        "의존, 선행 작업, 선행, 依赖项, 依赖关系, 前置条件, 前置任务, 依賴, 依存, 依存関係, 前提",
    ),
    (
        FieldName::BlockedBy,
        "bloqueada por, bloquée par, blockiert von, bloccato da, geblokkeerd door, заблокировано, 阻塞原因",
    ),
];

/// What stands below headings of these words.
pub const FOREIGN_TOPICS: &[(Topic, &str)] = &[
    (
        Topic::Criteria,
        "criterios de finalización, definición de hecho, definición de terminado, criterios de salida",
    ),
    (
        Topic::Criteria,
        "critérios de pronto, definição de pronto, critérios de aceite, critérios de conclusão",
    ),
    (
        Topic::Criteria,
        "critères d acceptance, critères de succès, critères de réussite, définition de fini, définition de terminé",
    ),
    (
        Topic::Criteria,
        "definition of ready, fertig kriterien, abnahme, criteri di accettazione, acceptatiecriteria, kryteria akceptacji, критерии приёмки, критерии приемки, критерии готовности",
    ),
    (
        Topic::Criteria,
        "완료 조건, 완료 기준, 수용 기준, 成功标准, 完成标准, 验收条件, 驗收標準, 受け入れ基準, 受け入れ条件, 完了条件, 完了基準",
    ),
    (
        Topic::Decisions,
        "decisões pendentes, décisions à prendre, decisiones por tomar, ausstehende entscheidungen",
    ),
    (
        Topic::Blocked,
        "bloqueos actuales, impedimentos, bloqueios, blocages, blockaden, hindernisse",
    ),
    (
        Topic::Aside,
        "riesgos y mitigaciones, glosario, métricas, referencias, riscos e mitigações, glossário, referências",
    ),
    (
        Topic::Aside,
        "glossaire, métriques, indicateurs, risques et mitigations, références, annexe, annexes",
    ),
    (
        Topic::Aside,
        "glossar, kennzahlen, beispiele, anhang, quellen, rischi, rischi e mitigazioni, risico s, ryzyka, риски, глоссарий, метрики",
    ),
    (
        Topic::Aside,
        "위험, 리스크, 용어, 참고, 지표, 风险, 风险管理, 术语表, 指标, 附录, 參考, 風險, リスク, 用語, 用語集, 指標, 参考",
    ),
];

/// Folders whose documents are of one kind.
pub const FOREIGN_FOLDERS: &[(Kind, &str)] = &[
    (
        Kind::Phase,
        "fases, phasen, etapas, étapes, этапы, 단계, 阶段, フェーズ",
    ),
    (
        Kind::Milestone,
        "marcos, mijlpalen, вехи, 마일스톤, 里程碑, マイルストーン",
    ),
    (
        Kind::Feature,
        "epicas, épicas, épicos, epopees, épopées, funcionalidades, fonctionnalités, anforderungen, funktionen, 기능, 功能, 機能",
    ),
    (
        Kind::Story,
        "historias de usuario, histórias, histórias de usuário, récits, récits utilisateurs, nutzergeschichten, 用户故事, 사용자 스토리, ユーザーストーリー",
    ),
    (
        Kind::Task,
        "tarefas, tâches, taches, compiti, taken, zadania, задачи, 작업, 任务, タスク",
    ),
    (
        Kind::Sprint,
        "iteraciones, iterações, itérations, 스프린트, 迭代, スプリント",
    ),
    (
        Kind::Decision,
        "decisiones, decisões, décisions, entscheidungen, besluiten, 결정, 决策, 決定",
    ),
];

/// Letters before the number of an id.
pub const FOREIGN_PREFIXES: &[(Kind, &str)] = &[
    (Kind::Story, "hu, historia"),
    (Kind::Task, "tarea, tar, tarefa, aufgabe, tache, ap"),
    (Kind::Feature, "épica, epica, ep"),
    (Kind::Milestone, "hito, jalon"),
];
