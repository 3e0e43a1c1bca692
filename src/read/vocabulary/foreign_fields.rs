//! Words for what is stated of an item in other languages than English, with commas between them.

use crate::model::kind::Kind;
use crate::read::field::FieldName;

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
        FieldName::Completed,
        "erledigt, completadas, concluídos, terminés, gelieferd",
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
    (
        FieldName::Title,
        "nom, name der aufgabe, bezeichnung, 제목, 标题, 名称, 名目",
    ),
    (
        FieldName::Status,
        "estado, situação, statut, status, zustand, toestand, 상태, 현황, 状态, 进展",
    ),
    (
        FieldName::Priority,
        "prioridad, prioridade, priorité, priorität, 우선순위, 优先级, 重要性",
    ),
    (
        FieldName::Start,
        "inicio, comienzo, início, début, beginn, start am, data di inizio, begin, rozpoczęcie, 시작, 开始, 開始",
    ),
    (
        FieldName::Due,
        "fecha límite, vencimiento, entrega, prazo, fim, término, entrega prevista, échéance, date limite, livraison, fällig, fälligkeit, ende, data di fine, termine, deadline, opleverdatum, termin końcowy, koniec, 마감, 마감일, 截止日期, 截止, 结束日期, 完成日期, 預計完成",
    ),
    (
        FieldName::Span,
        "fechas, periodo, período, duración prevista, cronograma, calendario, período previsto, dates, calendrier, dates prévues, zeitraum, zeitplan, date previste, periodi, terminy, даты, сроки, 일정, 时间, 周期, 期间, 時間, スケジュール, 日程",
    ),
    (
        FieldName::Done,
        "fecha de cierre, completado el, finalizado el, completato il, afgerond op, zakończono, завершено",
    ),
    (
        FieldName::Owner,
        "responsable, dono, responsables, pilote, verantwortlich, responsabile, assegnato a, uitvoerder, właściciel, przypisany, владелец, 담당자, 负责人, 責任人, 负责",
    ),
    (
        FieldName::Estimate,
        "estimación, esfuerzo, tamaño, duración, esforço, tamanho, duração, estimation, points, effort estimé, durée, taille, aufwand, punkte, dauer, größe, umfang, punti, durata, dimensione, punten, inspanning, duur, omvang, punkty, nakład, трудозатраты, очки, длительность, 추정, 工时, 点数, 故事点, 工時",
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
        "dependencias, depende de, dependências, requer, dépendances, dépend de, abhängigkeiten, abhängig von, hängt ab von, prerequisiti, wymaga, требует, 의존성, 依赖, 前置",
    ),
    (
        FieldName::BlockedBy,
        "bloqueado por, bloqué par, blockiert durch, zablokowane przez, 차단 요인, 블로커, 阻塞项, 被阻塞于, 阻碍, ブロッカー, ブロック要因",
    ),
    (
        FieldName::Progress,
        "progreso, avancement, progression, fortschritt, avanzamento, 진행률, 진척도, 进度, 进展情况",
    ),
    (
        FieldName::Committed,
        "comprometido, planificado, comprometidos, planejado, prévu, impegnato, punti impegnati, toegezegd, zaplanowano, запланировано, 계획 포인트, 计划点数, 计划, 計画ポイント, コミット",
    ),
    (
        FieldName::Completed,
        "completado, completados, entregado, entregados, concluído, entregue, terminé, geliefert, abgeschlossen, completati, punti completati, consegnato, opgeleverd, dostarczono, выполнено, 완료 포인트, 完成点数, 実績, 完了ポイント",
    ),
    (
        FieldName::Velocity,
        "velocidad, velocidade, vitesse, snelheid, prędkość, скорость, 속도, 벨로시티, 速度, 速率, ベロシティ",
    ),
    (
        FieldName::Goal,
        "objetivo, objectif, ziel, sprintdoel, cel sprintu, 목적, 迭代目标, スプリントゴール, 目的",
    ),
    (
        FieldName::Id,
        "identificador, identifiant, référence, kennung, codice, kenmerk, identyfikator",
    ),
    (
        FieldName::Parent(Some(Kind::Milestone)),
        "hito, marco, jalon, meilenstein, traguardo, kamień milowy",
    ),
    (
        FieldName::Parent(Some(Kind::Phase)),
        "fase, étape, フェイズ",
    ),
    (FieldName::Parent(Some(Kind::Feature)), "épica, epik, 史诗"),
    (
        FieldName::Id,
        "nº, núm, ref, réf, código de tarea, id tarea, id de tarea, id de la tarea, id historia, id de historia, id tarefa, id da tarefa, id história, id da história, id tâche, id de tâche, aufgaben id, aufgaben nr, nr, lfd nr, 작업 id, 태스크 id, 스토리 id, 요구사항 id, 작업id, 任务 id, 任务id, 故事 id, 故事id, 用户故事 id, 需求 id, 任務 id, 任務編號, 任务编号, タスクid, タスク番号, 需求编号, 序, 項次, 編碼",
    ),
    (
        FieldName::Title,
        "任務名稱, 任务名, 작업 명, tên công việc, nama tugas, назва",
    ),
    (
        FieldName::Status,
        "estado da tarefa, estado de la tarea, estatus, situação da tarefa, estado actual del hito, bearbeitungsstand, bearbeitungsstatus, fortschrittsstatus, avanzamento lavori, 진행상황, 진행 여부, 완료 여부, 완료여부, 完成状态, 任务状态, 当前状态, 完成情况, 進度狀態, 目前狀態, стан, durum, trạng thái, tình trạng",
    ),
    (
        FieldName::Priority,
        "prioridad moscow, moscow, urgencia, urgência, urgence, prio, prioritaet, 우선 순위, 優先順序, 優先度合い, пріоритет, öncelik, độ ưu tiên, mức ưu tiên, prioritas",
    ),
    (
        FieldName::Start,
        "fecha comienzo, desde, fecha de comienzo, data inicial, data início, date début, début le, startdatum geplant, start termin, 시작 날짜, 착수일, 启动日期, 計劃開始, 開始時間, дата початку, başlangıç, başlangıç tarihi, ngày bắt đầu, tanggal mulai",
    ),
    (
        FieldName::Due,
        "fecha entrega, data entrega, data término, date livraison, date échéance, fecha final, fecha de término, fecha compromiso, fecha meta, fecha estimada, fecha tope, hasta, plazo de entrega, data alvo, data de vencimento, data estimada, previsão, previsão de entrega, prazo final, prazo de entrega, data fim",
    ),
    (
        FieldName::Due,
        "date de rendu, date limite de rendu, date fin, pour le, à rendre le, délai, deadline, zu erledigen bis, bis, bis wann, bis zum, abgabetermin, abgabedatum, liefertermin, soll termin, geplant bis, fälligkeitstermin",
    ),
    (
        FieldName::Due,
        "data prevista, scadenza prevista, entro, entro il, uiterlijk, streefdatum, data ukończenia, термін, дедлайн, кінцевий термін, дата завершення, bitiş, bitiş tarihi, son tarih, hạn, hạn chót, ngày kết thúc, tenggat, tenggat waktu, batas waktu",
    ),
    (
        FieldName::Due,
        "마감 기한, 마감기한, 완료예정일, 완료 목표일, 목표 날짜, 목표 일정, 완료 예정, 데드라인, 截止, 交付日期, 交付时间, 计划完成时间, 预期完成, 预期完成时间, 目标时间, 目標日期, 截止時間, 預計完成日期, 預計完成時間, 完成日期, 交付日期, 到期日, 期望完成",
    ),
    (
        FieldName::Span,
        "fecha estimada de ejecución, plazo estimado, ejecución, período estimado, periodo estimado, durée prévue, période prévue, zeitrahmen, zeitspanne, durchführungszeitraum, periodo previsto, looptijd, терміни, süre, thời gian, durasi, jadwal, 예상 기간, 작업 기간, 진행 기간, 개발 기간, 起止日期, 时间段, 时间安排, 計劃時間, 時程, 起迄時間, 実施期間",
    ),
    (
        FieldName::Done,
        "fecha de finalización, completada el, completado en, concluída em, data conclusão, date de fin réelle, terminée le, livré le, fertiggestellt am, beendet am, 완료 날짜, 완료 일자, 종료 일자, 实际完成时间, 实际完成日期, 完成于, 實際完成, 完成時間, 完了日時",
    ),
    (
        FieldName::Owner,
        "responsable principal, responsables principales, quién, asignada a, asignados, a cargo, a cargo de, ejecutor, quem, responsáveis, encarregado, atribuída a, qui, responsable s, assignée à, assignés, en charge, chargé, chargée, référent, affectation",
    ),
    (
        FieldName::Owner,
        "wer, verantwortung, zuständige person, zugewiesen, zugewiesen an, bearbeiterin, owner, chi, incaricato, toegewezen aan, wykonawca, przypisane do, кто, кому, виконавець, відповідальний, sorumlu, atanan, người phụ trách, phụ trách, người thực hiện, penanggung jawab, pic",
    ),
    (
        FieldName::Owner,
        "담당 팀, 담당팀, 담당자명, 작업자, 수행자, 오너, 负责, 负责方, 负责团队, 经办人, 处理人, 开发者, 执行者, 主责, 負責, 負責單位, 執行人, 担当チーム",
    ),
    (
        FieldName::Estimate,
        "estimado, horas, horas estimadas, tiempo estimado, esfuerzo estimado, pts, story points, puntos estimados, tempo estimado, esforço estimado, pontos estimados, durée estimée, charge estimée, complexité, complejidad, complexidade, points de story, geschätzter aufwand, zeitaufwand, geschätzte zeit, geschätzte dauer, story points sp",
    ),
    (
        FieldName::Estimate,
        "예상공수, 예상 공수, 예상시간, 소요 시간, 소요시간, 예상 소요 시간, 예상 작업량, 预估时间, 预计时间, 预计工时, 预估, 预估工作量, 预计工作量, 估时, 预计耗时, 預估時間, 預估工時, 估計, 見積時間, 見積もり工数, tahmin, ước lượng, estimasi",
    ),
    (
        FieldName::Progress,
        "avance, progreso actual, porcentaje, porcentaje de avance, percentual, andamento, taux d avancement, erledigungsgrad, fertigstellungsgrad, stato di avanzamento, прогрес, ilerleme, tiến độ, kemajuan, progres, 진행도, 완료율, 完成率, 完成百分比, 进度百分比, 完成進度",
    ),
    (
        FieldName::DependsOn,
        "depende, dependencia, dependência, prerrequisito, prerrequisitos, pré requisito, requisito previo, bloqueado hasta, dépend, dépendance, dépendance s, prérequis techniques, abhängigkeit, setzt voraus, vorbedingung, vorbedingungen, vereist, wymagania wstępne, блокируется, предусловия",
    ),
    (
        FieldName::DependsOn,
        "залежить від, залежності, bağımlılık, bağımlılıklar, phụ thuộc, phụ thuộc vào, ketergantungan, bergantung pada, 선행 조건, 선행조건, 선행작업, 의존 관계, 의존관계, 종속성, 의존 작업, 依赖任务, 依赖于, 前置依赖, 依賴關係, 相依性, 前置任務, 依賴項, 前提条件, 依存タスク",
    ),
    (
        FieldName::BlockedBy,
        "motivo de bloqueo, motivo do bloqueio, bloqueo, impedimento, raison du blocage, en attente de, grund der blockade, wartet auf, geblokkeerd door, bloccata da, заблоковано через, engelleyen, bị chặn bởi, 차단 사유, 막힌 이유, 차단 원인, 阻塞原因, 受阻于, 阻塞於, 被卡住",
    ),
    (
        FieldName::Goal,
        "objetivo general, objetivo da semana, objectif principal, ziel der phase, мета, amaç, hedef, mục tiêu, tujuan, 스프린트 목표, 冲刺目标, 本周目标, 衝刺目標",
    ),
    (
        FieldName::Sprint,
        "sprint asignado, sprint planejada, sprint prévu, geplanter sprint, sprint nr, 할당 스프린트, 所属迭代, 所属冲刺, 衝刺",
    ),
    (
        FieldName::Parent(Some(Kind::Feature)),
        "épica padre, épico pai, epic parente, übergeordnetes epic, 상위 에픽, 所属史诗, 所屬史詩, тема, epiği",
    ),
];
