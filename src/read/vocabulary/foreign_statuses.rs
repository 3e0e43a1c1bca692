//! Words for states in other languages than English.

use crate::model::status::Status;

/// Words for states, with commas between them, a line for each language: Spanish, Portuguese, French, German, Italian,
/// Dutch, Polish, Russian, Korean, Chinese, Japanese.
pub const FOREIGN_STATUSES: &[(Status, &str)] = &[
    (
        Status::Planned,
        "pendiente, por hacer, aceptado, aceptada, aprobado, aprobada, planificado, planificada, planeado, \
         planeada, no iniciado, no iniciada, sin iniciar, sin empezar, no comenzado, por iniciar, borrador, \
         propuesto, propuesta, abierto, abierta, nuevo, nueva, programado, programada, próximo, próximamente, \
         futuro, listo para empezar, lista para desarrollo, en espera de inicio",
    ),
    (
        Status::Planned,
        "pendente, a fazer, aceito, aceita, aprovado, aprovada, planejado, planejada, não iniciado, \
         não iniciada, não começado, rascunho, proposto, proposta, aberto, aberta, novo, nova, agendado, \
         em breve, a iniciar",
    ),
    (
        Status::Planned,
        "à faire, a faire, accepté, acceptée, approuvé, approuvée, prévu, prévue, planifié, planifiée, \
         non commencé, non commencée, pas commencé, pas encore commencé, en attente, en attente de démarrage, \
         brouillon, proposé, proposée, ouvert, ouverte, nouveau, nouvelle, à venir, à démarrer, prêt, prête",
    ),
    (
        Status::Planned,
        "geplant, offen, ausstehend, nicht begonnen, noch nicht begonnen, nicht gestartet, noch offen, \
         zu erledigen, zu tun, vorgesehen, entwurf, vorgeschlagen, neu, anstehend, bereit, demnächst, \
         eingeplant",
    ),
    (
        Status::Planned,
        "da fare, pianificato, pianificata, previsto, prevista, non iniziato, non iniziata, da iniziare, \
         in attesa, bozza, aperto, aperta, nuovo, nuova, in programma",
    ),
    (
        Status::Planned,
        "te doen, gepland, niet gestart, niet begonnen, nog niet gestart, nog niet begonnen, openstaand, \
         concept, voorgesteld, nieuw, ingepland, klaar om te starten",
    ),
    (
        Status::Planned,
        "do zrobienia, zaplanowane, zaplanowany, zaplanowana, planowane, planowany, planowana, nierozpoczęte, \
         nie rozpoczęto, nierozpoczęty, oczekuje, oczekujące, szkic, proponowane, otwarte, otwarty, nowe, nowy",
    ),
    (
        Status::Planned,
        "запланировано, запланирован, запланирована, не начато, не начат, не начата, к выполнению, \
         нужно сделать, ожидает, черновик, предложено, открыто, открыта, открыт, новая, новый, в планах, \
         планируется",
    ),
    (
        Status::Planned,
        "예정, 대기, 대기 중, 대기중, 시작 전, 시작전, 미시작, 할 일, 할일, 계획, 계획됨, 계획 중, 초안, 제안, 신규, 준비, 준비됨, 완료 예정, 미완료, 미착수, 착수 전, 진행 예정",
    ),
    (
        Status::Planned,
        "计划中, 计划, 已计划, 待办, 未开始, 尚未开始, 待开始, 待处理, 待完成, 未完成, 待定, 草稿, 提议, 新建, 规划中, 待启动, 準備中, 計劃中, 待辦, 未開始, 待處理, 尚未開始",
    ),
    (
        Status::Planned,
        "未着手, 予定, 計画中, 計画, 未対応, 着手前, これから, 下書き, 提案, 未完了, 開始前, 新規",
    ),
    (
        Status::Active,
        "en curso, en progreso, en proceso, en desarrollo, en marcha, en revisión, revisión, en pruebas, \
         iniciado, iniciada, empezado, comenzado, parcial, parcialmente, activo, activa, trabajando, haciendo",
    ),
    (
        Status::Active,
        "em andamento, em progresso, em curso, em desenvolvimento, em revisão, em teste, em testes, ativo, \
         ativa, fazendo, em execução",
    ),
    (
        Status::Active,
        "en cours, en cours de développement, en développement, en revue, en relecture, en test, commencé, \
         commencée, démarré, démarrée, partiel, partielle, partiellement, actif, entamé",
    ),
    (
        Status::Active,
        "in arbeit, in bearbeitung, laufend, läuft, begonnen, gestartet, angefangen, in entwicklung, in prüfung, \
         im test, in umsetzung, teilweise, teilweise erledigt, aktiv, im gange, wird bearbeitet",
    ),
    (
        Status::Active,
        "in corso, in lavorazione, in sviluppo, in revisione, iniziato, iniziata, avviato, avviata, parziale, \
         parzialmente, attivo, attiva",
    ),
    (
        Status::Active,
        "bezig, mee bezig, in uitvoering, in behandeling, in ontwikkeling, gestart, lopend, gedeeltelijk, deels, \
         actief, wordt getest",
    ),
    (
        Status::Active,
        "w toku, w trakcie, w trakcie realizacji, w realizacji, rozpoczęte, rozpoczęty, rozpoczęta, częściowo, \
         aktywne, aktywny, w przeglądzie, w testach",
    ),
    (
        Status::Active,
        "в работе, в процессе, выполняется, начато, начат, начата, в разработке, на проверке, на ревью, \
         частично, активно, делается, тестируется",
    ),
    (
        Status::Active,
        "진행 중, 진행중, 진행, 작업 중, 작업중, 개발 중, 개발중, 검토 중, 검토중, 리뷰 중, 테스트 중, 시작됨, 부분 완료, 일부 완료, 구현 중",
    ),
    (
        Status::Active,
        "进行中, 正在进行, 开发中, 处理中, 审核中, 评审中, 测试中, 已开始, 部分完成, 实施中, 執行中, 進行中, 開發中, 審核中, 處理中, 執行",
    ),
    (
        Status::Active,
        "作業中, 対応中, 着手, 着手中, 実施中, 開発中, レビュー中, 確認中, テスト中, 一部完了, 実装中",
    ),
    (
        Status::Blocked,
        "bloqueado, bloqueada, en espera, en pausa, pausado, pausada, detenido, detenida",
    ),
    (Status::Blocked, "em espera, parado, parada, impedido"),
    (
        Status::Blocked,
        "bloqué, bloquée, en pause, suspendu, suspendue",
    ),
    (
        Status::Blocked,
        "blockiert, pausiert, wartet, angehalten, wartend, ruht",
    ),
    (
        Status::Blocked,
        "bloccato, bloccata, in pausa, sospeso, sospesa",
    ),
    (Status::Blocked, "geblokkeerd, gepauzeerd, in de wacht"),
    (
        Status::Blocked,
        "zablokowane, zablokowany, zablokowana, wstrzymane, wstrzymany, zawieszone",
    ),
    (
        Status::Blocked,
        "заблокировано, заблокирован, заблокирована, приостановлено, на паузе, отложено до",
    ),
    (
        Status::Blocked,
        "차단됨, 차단, 막힘, 보류, 보류 중, 보류중, 중단됨, 일시 중지",
    ),
    (
        Status::Blocked,
        "阻塞, 受阻, 被阻塞, 已阻塞, 暂停, 已暂停, 挂起, 搁置, 暫停, 擱置",
    ),
    (
        Status::Blocked,
        "保留, 保留中, ブロック, ブロック中, 停止中, 中断, 待ち",
    ),
    (
        Status::Done,
        "hecho, hecha, completado, completada, completo, completa, terminado, terminada, finalizado, finalizada, \
         cerrado, cerrada, resuelto, resuelta, entregado, entregada, implementado, implementada, publicado, \
         publicada, configurado, configurada, listo, lista, cumplido, cumplida, desplegado, verificado, \
         aprobado y fusionado",
    ),
    (
        Status::Done,
        "concluído, concluída, feito, feita, fechado, fechada, resolvido, resolvida, entregue, lançado, pronto, \
         pronta, implantado",
    ),
    (
        Status::Done,
        "terminé, terminée, fait, faite, livré, livrée, achevé, achevée, fini, finie, complété, complétée, \
         complet, complète, clos, close, fermé, fermée, résolu, résolue, implémenté, implémentée, publié, \
         publiée, validé, validée, réalisé, réalisée, déployé",
    ),
    (
        Status::Done,
        "fertig, erledigt, abgeschlossen, fertiggestellt, beendet, umgesetzt, geschlossen, gelöst, behoben, \
         ausgeliefert, veröffentlicht, implementiert, vollständig, gemacht, getan",
    ),
    (
        Status::Done,
        "fatto, fatta, completato, completata, terminato, terminata, concluso, conclusa, finito, finita, chiuso, \
         chiusa, risolto, risolta, rilasciato, rilasciata, consegnato, implementato, pubblicato",
    ),
    (
        Status::Done,
        "klaar, gereed, afgerond, voltooid, gedaan, gesloten, opgelost, opgeleverd, geleverd, uitgebracht, \
         geïmplementeerd, af",
    ),
    (
        Status::Done,
        "zrobione, gotowe, gotowy, gotowa, ukończone, ukończony, ukończona, zakończone, zakończony, zakończona, \
         zamknięte, zamknięty, rozwiązane, wdrożone, wydane, wykonane, wykonano",
    ),
    (
        Status::Done,
        "готово, готов, готова, сделано, сделан, сделана, выполнено, выполнен, выполнена, завершено, завершён, \
         завершен, завершена, закрыто, закрыт, закрыта, решено, реализовано, выпущено, исправлено",
    ),
    (
        Status::Done,
        "완료, 완료됨, 완성, 구현 완료, 개발 완료, 배포 완료, 배포됨, 종료, 해결, 해결됨, 작업 완료, 검증 완료, 끝",
    ),
    (
        Status::Done,
        "已完成, 完成, 完毕, 已关闭, 已解决, 已发布, 已上线, 已实现, 已交付, 已合并, 已验收, 已關閉, 已解決, 已發布, 已上線, 已實現, 結束, 已结束",
    ),
    (
        Status::Done,
        "完了, 済, 済み, 対応済み, 対応済, 実装済み, 実装済, 解決済み, 解決, リリース済み, 終了, クローズ, 公開済み",
    ),
    (
        Status::Dropped,
        "descartado, descartada, cancelado, cancelada, rechazado, rechazada, aplazado, aplazada, pospuesto, \
         pospuesta, obsoleto, obsoleta, abandonado, reemplazado, archivado, no se hará",
    ),
    (
        Status::Dropped,
        "rejeitado, rejeitada, adiado, adiada, substituído, arquivado",
    ),
    (
        Status::Dropped,
        "annulé, annulée, abandonné, abandonnée, rejeté, rejetée, reporté, reportée, obsolète, remplacé, \
         remplacée, refusé, archivé",
    ),
    (
        Status::Dropped,
        "verworfen, gestrichen, abgelehnt, abgebrochen, zurückgestellt, verschoben, entfällt, entfallen, \
         ersetzt, veraltet, hinfällig, storniert, archiviert",
    ),
    (
        Status::Dropped,
        "annullato, annullata, scartato, scartata, rifiutato, rifiutata, rimandato, rimandata, rinviato, \
         abbandonato, sostituito, archiviato",
    ),
    (
        Status::Dropped,
        "geannuleerd, vervallen, afgewezen, uitgesteld, verworpen, geschrapt, vervangen, gearchiveerd",
    ),
    (
        Status::Dropped,
        "anulowane, anulowany, anulowana, odrzucone, odrzucony, odłożone, porzucone, przestarzałe, zastąpione",
    ),
    (
        Status::Dropped,
        "отменено, отменён, отменен, отменена, отклонено, отклонён, отложено, отложен, отложена, заброшено, \
         устарело, заменено",
    ),
    (
        Status::Dropped,
        "취소, 취소됨, 폐기, 폐기됨, 연기, 연기됨, 거절, 거부, 제외, 제외됨",
    ),
    (
        Status::Dropped,
        "已取消, 取消, 已放弃, 放弃, 已废弃, 废弃, 已拒绝, 推迟, 已推迟, 延期, 已延期, 作废, 已替代, 已廢棄, 已拒絕, 延後",
    ),
    (
        Status::Dropped,
        "中止, キャンセル, 却下, 見送り, 廃止, 取り消し",
    ),
];
