//! Words for kinds, fields and topics in other languages than English, with commas between them.
//!
//! A line for each language that has words of its own: Spanish, Portuguese, French, German, Italian, Dutch, Polish,
//! Russian, Korean, Chinese (also in the traditional script), Japanese; at the end Ukrainian, Turkish, Vietnamese and
//! Indonesian.

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
        "atividade, atividades, pendências, tarefas pendentes",
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
    (
        Kind::Phase,
        "фази, aşama, aşamalar, faz, fazlar, giai đoạn, fase proyek, tahap, tahapan",
    ),
    (
        Kind::Milestone,
        "віха, віхи, kilometre taşı, kilometre taşları, cột mốc, mốc, tonggak, tonggak pencapaian",
    ),
    (
        Kind::Feature,
        "функція, функції, епік, епіки, özellik, özellikler, epik, epikler, tính năng, fitur",
    ),
    (
        Kind::Feature,
        "entregable, entregables, entregável, entregáveis, livrable, livrables, especificación de funcionalidad, especificación de la funcionalidad, especificación de característica, especificación de la característica, especificación de feature",
    ),
    (
        Kind::Feature,
        "especificação de funcionalidade, especificação da funcionalidade, especificação de feature, especificação da feature",
    ),
    (
        Kind::Feature,
        "spécification de fonctionnalité, spécification de la fonctionnalité, spécification fonctionnelle, spécification de feature, funktionsspezifikation, feature spezifikation, specifica funzionale, specifica della funzionalità, functionele specificatie, specyfikacja funkcji",
    ),
    (
        Kind::Feature,
        "спецификация функции, спецификация функциональности, 기능 사양, 기능 사양서, 기능 정의서, 요구사항 정의서, 功能规格说明, 功能规格说明书, 功能规范, 特性规格, 需求规格说明书, 功能規格, 機能仕様, 機能仕様書, 要件定義書",
    ),
    (
        Kind::Story,
        "історія користувача, історії користувача, kullanıcı hikayesi, kullanıcı hikayeleri, hikaye, câu chuyện người dùng, cerita pengguna",
    ),
    (
        Kind::Story,
        "historia de usuaria, historias de usuarios, história da usuária, histórias dos usuários, récit utilisatrice, user storys, benutzergeschichte, benutzergeschichten, verhaal",
    ),
    (
        Kind::Task,
        "завдання, задачі, görev, görevler, iş, công việc, nhiệm vụ, tugas, pekerjaan",
    ),
    (
        Kind::Task,
        "작업명, 업무, 세부 작업, 任务项, 待办任务, 任务名称, 工作任务, 開發任務, 工作項目, 待辦, タスク名",
    ),
    (
        Kind::Sprint,
        "주차, 周, 週, 周次, 週次, тиждень, спринти, sprintler, hafta, tuần, minggu",
    ),
    (
        Kind::Decision,
        "рішення, karar, kararlar, quyết định, keputusan",
    ),
    (Kind::Blocker, "блокери, engeller, trở ngại, hambatan"),
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
    (
        Topic::Criteria,
        "fait quand, terminé quand, hecho cuando, listo cuando, terminado cuando, feito quando, pronto quando, fertig wenn, erledigt wenn, criterios de validación, criterios de cierre, criterios de terminado, condiciones de aceptación, condiciones de satisfacción, definition of done, definición de listo, condições de aceitação, critérios de validação, critérios de saída, definição de feito",
    ),
    (
        Topic::Criteria,
        "critères de validation, critères de sortie, critères de fin, conditions d acceptation, conditions de satisfaction, scénarios d acceptation, escenarios de aceptación, cenários de aceitação, cenários de aceite, akzeptanzszenarien",
    ),
    (
        Topic::Criteria,
        "abnahmebedingungen, akzeptanz, abschlusskriterien, fertigstellungskriterien, definition of done dod, criteri di completamento, definitie van klaar, definicja ukończenia, kryteria ukończenia, критерии приёма, критерии приема, критерии завершения",
    ),
    (
        Topic::Criteria,
        "критерії приймання, критерії прийняття, критерії готовності, критерії успіху, kabul kriterleri, başarı kriterleri, tamamlanma kriterleri, tiêu chí chấp nhận, tiêu chí nghiệm thu, kriteria penerimaan, kriteria keberhasilan",
    ),
    (
        Topic::Criteria,
        "인수조건, 인수 기준, 인수기준, 승인 기준, 수락 기준, 수용 조건, 수용조건, 완료조건, 완료기준, 완료 정의, 합격 기준, 성공 조건, 검수 기준, 검증 기준",
    ),
    (
        Topic::Criteria,
        "验收, 验收条目, 验收清单, 接受标准, 接受条件, 完成条件, 完成定义, 成功准则, 成功指标, 驗收條件, 驗收準則, 完成標準, 成功標準, 完成條件, 接受條件, 受け入れ要件, 完了の定義, 成功条件, 達成条件",
    ),
    (
        Topic::Aside,
        "límites y riesgos, riesgos y dependencias, riesgos identificados, riscos identificados, risques identifiés, risques et dépendances, identifizierte risiken, risiken und maßnahmen, ризики, riskler, rủi ro, risiko",
    ),
    (
        Topic::Aside,
        "위험 요소, 위험 관리, 리스크 관리, 리스크 및 대응, 용어 정의, 참고 자료, 风险与应对, 风险和缓解措施, 风险评估, 风险分析, 参考资料, 术语, 詞彙表, 風險管理, 參考資料, リスク管理, 参考資料",
    ),
    (
        Topic::Blocked,
        "tareas bloqueadas, bloqueadas, tarefas bloqueadas, bloqueadas atualmente, tâches bloquées, bloqué, bloqués, blockierte aufgaben, blockierte punkte, 차단된 작업, 차단 항목, 막힌 작업, 被阻塞, 阻塞任务, 被阻塞的任务, 阻塞事項, заблоковано, engellenenler",
    ),
    (
        Topic::Decisions,
        "decisiones clave, decisiones tomadas, decisões chave, décisions clés, wichtige entscheidungen, registro de decisiones, registro de decisões, journal des décisions, entscheidungslog, 주요 결정 사항, 결정 기록, 关键决策, 决策记录, 關鍵決策, 決策記錄, 決定記録",
    ),
    (
        Topic::Sprints,
        "histórico das sprints, historial de iteraciones, historique des itérations, sprint übersicht, 스프린트 기록, 스프린트 히스토리, 冲刺历史, 迭代记录, 衝刺歷史, スプリント一覧",
    ),
    (
        Topic::Members,
        "alcance del sprint, escopo da sprint, itens da sprint, pila del sprint, contenu du sprint, périmètre du sprint, sprint inhalt, 스프린트 백로그, 冲刺待办, 迭代待办, 迭代范围",
    ),
    (
        Topic::Aside,
        "historial de cambios, control de cambios, historial de versiones, histórico de alterações, histórico de revisões, histórico de versões, historique des modifications, historique des versions, historique des révisions, änderungshistorie, änderungsverlauf, versionshistorie, revisionshistorie, storico delle revisioni, storia delle modifiche, wijzigingsgeschiedenis, historia zmian, история изменений, історія змін, sürüm geçmişi, lịch sử thay đổi, riwayat perubahan",
    ),
    (
        Topic::Aside,
        "변경 이력, 변경이력, 수정 이력, 개정 이력, 작업 이력, 배포 기록, 배포 이력, 버전 이력, 更新历史, 修订记录, 修订历史, 变更记录, 变更历史, 更新记录, 版本历史, 版本记录, 实施记录, 修訂歷史, 變更紀錄, 變更記錄, 版本歷史, 更新紀錄, 実装履歴, 変更履歴, 改訂履歴, 作業履歴, 更新履歴, 修正履歴",
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
    (Kind::Phase, "giai doan, asamalar, tahapan"),
    (
        Kind::Feature,
        "epiken, épiques, funcoes, 特性, 에픽, 史诗, fitur, ozellikler",
    ),
    (
        Kind::Story,
        "historias usuario, user storys, userstorys, anwenderstories, récits utilisateur, recits, storie utente, historyjki, 使用者故事",
    ),
    (
        Kind::Task,
        "tareas pendientes, chantiers, görevler, gorevler, zadachi, 任務, 할일, tugas, nhiem vu",
    ),
    (
        Kind::Decision,
        "beslissingen, kararlar, 决定, 決策, 의사결정",
    ),
];

/// Letters before the number of an id.
pub const FOREIGN_PREFIXES: &[(Kind, &str)] = &[
    (Kind::Story, "hu, historia"),
    (Kind::Task, "tarea, tar, tarefa, aufgabe, tache, ap"),
    (Kind::Feature, "épica, epica, ep"),
    (Kind::Milestone, "hito, jalon"),
];
