//! Words for fields, kinds, folders and headings in other languages than English: Spanish, Portuguese, French, German,
//! Italian, Dutch, Polish, Russian, Korean, Chinese, Japanese.

use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::topic::Topic;

/// What keys and columns say, the words with commas between them.
pub const FOREIGN_FIELDS: &[(FieldName, &str)] = &[
    (
        FieldName::Title,
        "nombre, nome, nom, name der aufgabe, bezeichnung, titolo, nazwa, tytuł, naam, название, 이름, 제목, 标题, 名称, 名稱, 標題, 名前, 件名, タイトル, 名目",
    ),
    (
        FieldName::Status,
        "estado, situação, situación, statut, état, status, zustand, stato, stan, toestand, статус, состояние, 상태, 현황, 진행 상태, 状态, 狀態, 进展, 状況, 状態, ステータス, 進捗状況",
    ),
    (
        FieldName::Priority,
        "prioridad, prioridade, priorité, priorität, dringlichkeit, priorità, prioriteit, priorytet, приоритет, 우선순위, 优先级, 優先級, 重要性, 優先度",
    ),
    (
        FieldName::Start,
        "inicio, fecha de inicio, comienzo, início, data de início, début, date de début, beginn, start am, startdatum, anfang, inizio, data inizio, data di inizio, begin, rozpoczęcie, data rozpoczęcia, начало, дата начала, 시작, 시작일, 开始, 开始日期, 開始日期, 開始, 開始日",
    ),
    (
        FieldName::Due,
        "fecha límite, fecha de entrega, fecha objetivo, fecha de fin, fecha prevista, fin, vencimiento, entrega, plazo, prazo, data limite, data de término, data de fim, data prevista, fim, término, entrega prevista, échéance, date limite, date prévue, date cible, date de fin, livraison, termin, fällig, fällig am, fälligkeit, frist, stichtag, enddatum, ende, zieldatum, scadenza, data di fine, data fine, termine, deadline, einddatum, streefdatum, opleverdatum, termin końcowy, data zakończenia, koniec, срок, дедлайн, дата окончания, дата завершения, 마감, 마감일, 종료일, 목표일, 완료 예정일, 截止日期, 截止, 截止时间, 结束日期, 完成日期, 目标日期, 預計完成, 期限, 期日, 締切, 締め切り, 終了日, 目標日",
    ),
    (
        FieldName::Span,
        "fechas, periodo, período, duración prevista, cronograma, calendario, datas, período previsto, dates, période, calendrier, dates prévues, zeitraum, zeitplan, laufzeit, date previste, periodi, periode, okres, terminy, даты, период, сроки, 기간, 일정, 时间, 周期, 时间范围, 期间, 時間, 期間, スケジュール, 日程",
    ),
    (
        FieldName::Done,
        "fecha de cierre, completado el, finalizado el, concluído em, data de conclusão, terminé le, date de clôture, abgeschlossen am, erledigt am, completato il, afgerond op, zakończono, завершено, 완료일, 完成时间, 完了日",
    ),
    (
        FieldName::Owner,
        "responsable, asignado, asignado a, encargado, dueño, responsável, atribuído a, dono, responsables, assigné à, porteur, pilote, verantwortlich, verantwortliche, zuständig, bearbeiter, responsabile, assegnato a, verantwoordelijke, eigenaar, uitvoerder, odpowiedzialny, właściciel, przypisany, ответственный, исполнитель, владелец, 담당자, 담당, 책임자, 负责人, 責任人, 负责, 执行人, 負責人, 担当者, 担当",
    ),
    (
        FieldName::Estimate,
        "estimación, esfuerzo, puntos, puntos de historia, tamaño, duración, estimativa, esforço, pontos, pontos de história, tamanho, duração, estimation, points, effort estimé, durée, taille, aufwand, schätzung, punkte, dauer, größe, umfang, stima, punti, durata, dimensione, schatting, punten, inspanning, duur, omvang, szacunek, punkty, nakład, оценка, трудозатраты, очки, длительность, 추정, 공수, 포인트, 예상 시간, 估算, 工作量, 工时, 点数, 故事点, 工時, 見積, 見積もり, 工数, ポイント",
    ),
    (
        FieldName::Sprint,
        "iteración, iteração, itération, iteration, iterazione, iteratie, iteracja, спринт, итерация, 스프린트, 迭代, 冲刺, スプリント",
    ),
    (
        FieldName::Labels,
        "etiquetas, étiquettes, schlagworte, etichette, etykiety, метки, 라벨, 태그, 标签, 標籤, ラベル, タグ",
    ),
    (
        FieldName::DependsOn,
        "dependencias, depende de, requiere, requisitos previos, dependências, pré requisitos, requer, dépendances, dépend de, prérequis, abhängigkeiten, abhängig von, hängt ab von, voraussetzung, voraussetzungen, vorgänger, dipendenze, dipende da, prerequisiti, afhankelijk van, afhankelijkheden, zależności, zależy od, wymaga, зависимости, зависит от, требует, 의존성, 선행 작업, 선행, 依赖, 前置任务, 前置条件, 依賴, 前置, 依存, 依存関係, 前提",
    ),
    (
        FieldName::BlockedBy,
        "bloqueado por, bloqué par, blockiert durch, blockiert von, bloccato da, geblokkeerd door, zablokowane przez, заблокировано, 차단 요인, 블로커, 阻塞项, 被阻塞于, 阻碍, ブロッカー, ブロック要因",
    ),
    (
        FieldName::Progress,
        "progreso, avance, progresso, avancement, progression, fortschritt, avanzamento, voortgang, postęp, прогресс, 진행률, 진척도, 进度, 進度, 进展情况, 進捗, 進捗率",
    ),
    (
        FieldName::Committed,
        "comprometido, puntos comprometidos, planificado, comprometidos, pontos comprometidos, planejado, engagé, points engagés, prévu, zugesagt, geplante punkte, impegnato, punti impegnati, toegezegd, zaplanowano, запланировано, 계획 포인트, 计划点数, 计划, 計画ポイント, コミット",
    ),
    (
        FieldName::Completed,
        "completado, completados, puntos completados, entregado, entregados, concluído, pontos concluídos, entregue, livré, points livrés, terminé, geliefert, erledigte punkte, abgeschlossen, completati, punti completati, consegnato, opgeleverd, dostarczono, выполнено, 완료 포인트, 完成点数, 実績, 完了ポイント",
    ),
    (
        FieldName::Velocity,
        "velocidad, velocidade, vélocité, vitesse, geschwindigkeit, velocità, snelheid, prędkość, скорость, 속도, 벨로시티, 速度, 速率, ベロシティ",
    ),
    (
        FieldName::Goal,
        "objetivo, objetivo del sprint, meta, objetivo da sprint, objectif, objectif du sprint, ziel, sprintziel, obiettivo, doel, sprintdoel, cel, cel sprintu, цель, 목표, 목적, 目标, 目標, 迭代目标, ゴール, スプリントゴール, 目的",
    ),
    (
        FieldName::Id,
        "identificador, código, clave, identifiant, référence, kennung, nummer, codice, numero, kenmerk, identyfikator, numer, номер, 번호, 编号, 編號, 序号, 番号",
    ),
    (
        FieldName::Parent(Some(Kind::Milestone)),
        "hito, marco, jalon, meilenstein, traguardo, mijlpaal, kamień milowy, веха, 마일스톤, 里程碑, マイルストーン",
    ),
    (
        FieldName::Parent(Some(Kind::Phase)),
        "fase, etapa, étape, faza, фаза, этап, 단계, 阶段, 階段, フェーズ, フェイズ",
    ),
    (
        FieldName::Parent(Some(Kind::Feature)),
        "épica, épico, épopée, epik, эпик, 에픽, 史诗, エピック",
    ),
];

/// Words for the kinds, in the singular and the plural.
pub const FOREIGN_KINDS: &[(Kind, &str)] = &[
    (
        Kind::Phase,
        "fase, fases, etapa, etapas, étape, étapes, phasen, fasi, fasen, faza, fazy, etap, etapy, фаза, фазы, этап, этапы, 단계, 阶段, 階段, フェーズ, フェイズ",
    ),
    (
        Kind::Milestone,
        "hito, hitos, marco, marcos, jalon, jalons, meilenstein, meilensteine, traguardo, traguardi, pietra miliare, mijlpaal, mijlpalen, kamień milowy, kamienie milowe, веха, вехи, 마일스톤, 里程碑, マイルストーン",
    ),
    (
        Kind::Feature,
        "épica, épicas, épico, épicos, funcionalidad, funcionalidades, característica, características, funcionalidade, funcionalidades, requisito, requisitos, épopée, épopées, fonctionnalité, fonctionnalités, exigence, exigences, funktion, funktionen, anforderung, anforderungen, vorhaben, funzionalità, requisito, requisiti, functionaliteit, functie, functies, funkcja, funkcje, funkcjonalność, функция, функции, эпик, эпики, 기능, 에픽, 요구사항, 功能, 特性, 史诗, 需求, 機能, エピック, 要件",
    ),
    (
        Kind::Story,
        "historia, historias, historia de usuario, historias de usuario, história, histórias, história de usuário, histórias de usuário, récit, récits, récit utilisateur, récits utilisateur, anwendergeschichte, anwendergeschichten, nutzergeschichte, nutzergeschichten, storia utente, storie utente, gebruikersverhaal, gebruikersverhalen, historyjka, historyjki, пользовательская история, 사용자 스토리, 스토리, 用户故事, 故事, ユーザーストーリー, ストーリー",
    ),
    (
        Kind::Task,
        "tarea, tareas, tarefa, tarefas, tâche, tâches, aufgabe, aufgaben, arbeitspaket, arbeitspakete, compito, compiti, attività, taak, taken, zadanie, zadania, задача, задачи, 작업, 할 일, 태스크, 과제, 이슈, 任务, 待办事项, 待办, 任務, 工作项, タスク, 課題, 作業, やること",
    ),
    (
        Kind::Sprint,
        "semana, semanas, semaine, semaines, woche, wochen, settimana, settimane, weken, tydzień, sprinty, iteración, iteraciones, iteração, iterações, itération, itérations, iterazione, iteratie, iteracja, спринт, спринты, неделя, 스프린트, 迭代, 冲刺, スプリント",
    ),
    (
        Kind::Decision,
        "decisión, decisiones, decisão, decisões, décision, décisions, entscheidung, entscheidungen, beschluss, beschlüsse, decisione, decisioni, beslissing, beslissingen, besluit, besluiten, decyzja, decyzje, решение, решения, 결정, 결정 사항, 决策, 决定, 決定, 決定事項",
    ),
    (
        Kind::Blocker,
        "bloqueo, bloqueos, bloqueio, bloqueios, impedimento, impedimentos, blocage, blocages, obstacle, hindernis, hindernisse, blocco, blocchi, blokkade, blokkades, blokada, blokady, препятствие, блокер, 장애물, 블로커, 阻碍, 障碍, 障害, ブロッカー",
    ),
];

/// Folders whose documents are of one kind.
pub const FOREIGN_FOLDERS: &[(Kind, &str)] = &[
    (
        Kind::Phase,
        "fases, phasen, etapas, fasi, 단계, 阶段, フェーズ",
    ),
    (
        Kind::Milestone,
        "hitos, marcos, jalons, meilensteine, traguardi, mijlpalen, 마일스톤, 里程碑, マイルストーン",
    ),
    (
        Kind::Feature,
        "épicas, épicos, funcionalidades, fonctionnalités, épopées, anforderungen, funktionen, requisitos, exigences, 기능, 功能, 需求, 機能, 要件",
    ),
    (
        Kind::Story,
        "historias, histórias, récits, nutzergeschichten, anwendergeschichten, 스토리, 用户故事, 故事, ストーリー",
    ),
    (
        Kind::Task,
        "tareas, tarefas, tâches, aufgaben, compiti, taken, zadania, задачи, 작업, 任务, タスク",
    ),
    (
        Kind::Sprint,
        "iteraciones, iterações, itérations, semanas, semaines, wochen, 스프린트, 迭代, スプリント",
    ),
    (
        Kind::Decision,
        "decisiones, decisões, décisions, entscheidungen, beschlüsse, decisioni, besluiten, decyzje, 결정, 决策, 決定",
    ),
];

/// What stands below headings of these words.
pub const FOREIGN_TOPICS: &[(Topic, &str)] = &[
    (
        Topic::Criteria,
        "criterios de aceptación, criterios de éxito, definición de hecho, critérios de aceitação, critérios de sucesso, critérios de pronto, definição de pronto, critères d acceptation, critères dacceptation, critères de réussite, critères de succès, définition de fini, akzeptanzkriterien, abnahmekriterien, erfolgskriterien, criteri di accettazione, criteri di successo, acceptatiecriteria, succescriteria, kryteria akceptacji, kryteria sukcesu, критерии приёмки, критерии приемки, критерии успеха, 인수 조건, 수용 기준, 완료 조건, 성공 기준, 验收标准, 成功标准, 驗收標準, 完成标准, 受け入れ基準, 受入基準, 完了条件, 成功基準",
    ),
    (
        Topic::Discovered,
        "tareas descubiertas, tarefas descobertas, tâches découvertes, entdeckte aufgaben, attività scoperte, ontdekte taken, 발견된 작업, 新发现的任务, 発見したタスク",
    ),
    (
        Topic::Blocked,
        "bloqueados, bloqueos, bloqueios, impedimentos, blocages, blockiert, hindernisse, bloccati, geblokkeerd, zablokowane, заблокировано, 차단됨, 블로커, 阻塞, 受阻, ブロック中",
    ),
    (
        Topic::Decisions,
        "decisiones pendientes, decisões pendentes, décisions à prendre, décisions en attente, offene entscheidungen, decisioni da prendere, open beslissingen, decyzje do podjęcia, ожидающие решения, 결정 필요, 待决策, 要決定事項",
    ),
    (
        Topic::Sprints,
        "historial de sprints, histórico de sprints, historique des sprints, sprintverlauf, sprint historie, storico sprint, historia sprintów, история спринтов, 스프린트 이력, 迭代历史, スプリント履歴",
    ),
    (
        Topic::Aside,
        "riesgos, ejemplo, ejemplos, métricas, glosario, referencias, riscos, exemplo, exemplos, glossário, referências, risques, exemple, exemples, métriques, glossaire, références, risiken, beispiel, beispiele, kennzahlen, glossar, quellen, rischi, esempio, esempi, metriche, risico s, risicos, voorbeeld, voorbeelden, ryzyka, przykład, przykłady, риски, пример, примеры, метрики, 위험, 리스크, 예시, 지표, 용어, 风险, 示例, 例子, 指标, 术语, 風險, リスク, 例, 指標, 用語",
    ),
];
