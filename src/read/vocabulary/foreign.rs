//! Words for kinds, fields and topics in other languages than English, with commas between them.
//!
//! A line for each language that has words of its own: Spanish, Portuguese, French, German, Italian, Dutch, Polish,
//! Russian, Korean, Chinese (also in the traditional script), Japanese.

use crate::model::kind::Kind;
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
    (
        Kind::Phase,
        "fase, fases, étape, étapes, phasen, 단계, 阶段",
    ),
    (
        Kind::Milestone,
        "hito, hitos, marco, marcos, jalon, jalons, meilenstein, meilensteine, 마일스톤, 里程碑",
    ),
    (
        Kind::Feature,
        "épica, épicas, funcionalidad, fonctionnalité, fonctionnalités, funktion, funktionen, vorhaben, requisiti, functie, functies, funkcjonalność",
    ),
    (
        Kind::Story,
        "historia, historias, historia de usuario, historias de usuario, récit, récits, anwendergeschichte, 故事",
    ),
    (
        Kind::Task,
        "tarea, tareas, tarefa, tarefas, tâche, tâches, aufgabe, aufgaben, 작업, 任务, 工作项, 課題, やること",
    ),
    (
        Kind::Sprint,
        "semana, semanas, semaine, semaines, woche, wochen, weken, sprinty",
    ),
    (
        Kind::Decision,
        "decisión, decisiones, décision, décisions, entscheidung, entscheidungen, beschluss, beschlüsse, beslissingen, решение, решения, 결정 사항, 決定事項",
    ),
    (
        Kind::Blocker,
        "bloqueo, bloqueos, obstacle, blocco, blocchi, blokada, blokady, препятствие, 障碍, 障害",
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
    (
        Topic::Criteria,
        "criterios de aceptación, criterios de éxito, critérios de aceitação, critérios de sucesso, critères d acceptation, critères dacceptation, akzeptanzkriterien, abnahmekriterien, erfolgskriterien, criteri di successo, succescriteria, kryteria sukcesu, критерии успеха, 인수 조건, 성공 기준, 验收标准, 受入基準, 成功基準",
    ),
    (
        Topic::Discovered,
        "tareas descubiertas, tarefas descobertas, tâches découvertes, entdeckte aufgaben, attività scoperte, ontdekte taken, 발견된 작업, 新发现的任务, 発見したタスク",
    ),
    (
        Topic::Blocked,
        "bloqueados, bloqueos, blockiert, bloccati, geblokkeerd, zablokowane, заблокировано, 차단됨, 블로커, 阻塞, 受阻, ブロック中",
    ),
    (
        Topic::Decisions,
        "decisiones pendientes, décisions en attente, offene entscheidungen, decisioni da prendere, open beslissingen, decyzje do podjęcia, ожидающие решения, 결정 필요, 待决策, 要決定事項",
    ),
    (
        Topic::Sprints,
        "historial de sprints, histórico de sprints, historique des sprints, sprintverlauf, sprint historie, storico sprint, historia sprintów, история спринтов, 스프린트 이력, 迭代历史, スプリント履歴",
    ),
    (
        Topic::Aside,
        "riesgos, ejemplo, ejemplos, riscos, exemplo, exemplos, risques, exemple, exemples, risiken, beispiel, esempio, esempi, metriche, risicos, voorbeeld, voorbeelden, przykład, przykłady, пример, примеры, 예시, 示例, 例子, 术语, 例",
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
    (Kind::Phase, "fasi"),
    (Kind::Milestone, "hitos, jalons, meilensteine, traguardi"),
    (Kind::Feature, "requisitos, exigences, 需求, 要件"),
    (
        Kind::Story,
        "historias, anwendergeschichten, 스토리, 故事, ストーリー",
    ),
    (Kind::Task, "tareas, aufgaben"),
    (Kind::Sprint, "semanas, semaines, wochen"),
    (Kind::Decision, "beschlüsse, decisioni, decyzje"),
];

/// Letters before the number of an id.
pub const FOREIGN_PREFIXES: &[(Kind, &str)] = &[
    (Kind::Story, "hu, historia"),
    (Kind::Task, "tarea, tar, tarefa, aufgabe, tache, ap"),
    (Kind::Feature, "épica, epica, ep"),
    (Kind::Milestone, "hito, jalon"),
];
