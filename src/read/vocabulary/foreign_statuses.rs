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
    (
        Status::Planned,
        "pendiente de inicio, por comenzar, por definir, por desarrollar, sin comenzar, aún no iniciado, todavía no iniciado, en backlog, en cola, previsto, prevista, pendiente de aprobación, por implementar, falta, faltante",
    ),
    (
        Status::Planned,
        "em aberto, por fazer, ainda não iniciado, não iniciados, a desenvolver, a implementar, a começar, previsto, prevista, na fila, no backlog, aguardando início, futuro, futura, próximo, próxima",
    ),
    (
        Status::Planned,
        "à planifier, à développer, à réaliser, non démarré, non démarrée, pas démarré, pas encore démarré, en backlog, à traiter, à commencer, à définir, pas fait, non fait, futur, à implémenter, en projet",
    ),
    (
        Status::Planned,
        "nicht erledigt, noch zu erledigen, noch nicht gestartet, nicht angefangen, noch nicht angefangen, vorgemerkt, zukünftig, steht aus, steht noch aus, wartet auf start, startbereit, to do, ungeplant, nächste",
    ),
    (
        Status::Planned,
        "non avviato, da avviare, da completare, da implementare, futuro, te starten, nog te doen, nog niet, do wykonania, niezrobione, nie rozpoczęte, в очереди, ожидается, не сделано, не выполнено, предстоит, бэклог",
    ),
    (
        Status::Planned,
        "заплановано, не розпочато, не почато, до виконання, очікує, чернетка, планується, planlandı, planlanıyor, yapılacak, yapılacaklar, başlanmadı, başlamadı, bekliyor, beklemede, taslak, açık",
    ),
    (
        Status::Planned,
        "chưa bắt đầu, chưa làm, cần làm, dự kiến, đã lên kế hoạch, bản nháp, chờ xử lý, chưa hoàn thành, belum dimulai, belum mulai, belum, direncanakan, rencana, akan dikerjakan, menunggu, draf",
    ),
    (
        Status::Planned,
        "미진행, 진행 전, 진행전, 예정됨, 대기됨, 계획중, 백로그, 착수 예정, 개발 예정, 작업 예정, 구현 예정, 미개발, 미구현, 시작 예정, 미정",
    ),
    (
        Status::Planned,
        "待开发, 待实现, 待实施, 待做, 待执行, 開始待ち, 実施待ち, 着手待ち, 待规划, 待评审, 待审核, 待确认, 待讨论, 待测试, 待办中, 等待中, 未启动, 未做, 未实现, 未开发, 准备中, 已规划, 已排期, 待排期, 后续, 未来, 筹备中, 待開發, 待開始, 待實現, 待執行, 規劃中, 已規劃, 計劃, 待確認, 尚未完成, 未着手です",
    ),
    (
        Status::Active,
        "en ejecución, en trámite, en construcción, en validación, en implementación, en diseño, en análisis, en pruebas, en prueba, en testing, en curso de revisión, en proceso de revisión, casi terminado, avanzado, en avance, retrasado, atrasado",
    ),
    (
        Status::Active,
        "em construção, em implementação, em validação, em análise, em homologação, em processo, iniciado, iniciada, parcial, parcialmente, parcialmente concluído, em produção parcial, quase pronto, atrasado, atrasada",
    ),
    (
        Status::Active,
        "en cours de réalisation, en cours d implémentation, en cours de dev, en cours de test, en cours de validation, en validation, en recette, en réalisation, en construction, en progression, en retard, presque terminé, à valider, à tester, à relire",
    ),
    (
        Status::Active,
        "in arbeit seit, in review, im review, in abnahme, in test, im aufbau, in erstellung, in klärung, in durchführung, wird umgesetzt, wird entwickelt, teilweise umgesetzt, teilweise fertig, fast fertig, verzögert, angelaufen",
    ),
    (
        Status::Active,
        "in esecuzione, in fase di sviluppo, in fase di test, in verifica, in ritardo, in revisione, in bewerking, in voorbereiding, onderweg, in ontwikkeling, wdrażane, realizowane, w realizacji, testowane, реализуется, в тестировании, идёт, идет, ведётся",
    ),
    (
        Status::Active,
        "в роботі, виконується, у процесі, в процесі, в розробці, на перевірці, розпочато, частково, devam ediyor, devam eden, sürüyor, yapılıyor, geliştiriliyor, test ediliyor, kısmen, başladı, üzerinde çalışılıyor",
    ),
    (
        Status::Active,
        "đang làm, đang thực hiện, đang tiến hành, đang phát triển, đang kiểm thử, đang triển khai, một phần, sedang berjalan, sedang dikerjakan, dalam proses, berjalan, dalam pengerjaan, sedang dikembangkan, sebagian",
    ),
    (
        Status::Active,
        "수행 중, 수행중, 구현중, 테스트중, 리뷰중, 진행 중임, 착수, 진행함, 부분완료, 부분 구현, 지연, 지연됨, 지연 중, 수정 중, 보완 중, 검증 중, 작성 중, 작성중, 설계 중, 배포 중, 개발 진행 중",
    ),
    (
        Status::Active,
        "进行, 正在开发, 正在处理, 正在实施, 设计中, 验证中, 验收中, 联调中, 讨论中, 修复中, 编写中, 实现中, 部分实现, 基本完成, 已启动, 已部分完成, 调研中, 待验收, 已延迟, 延迟, 設計中, 測試中, 實作中, 實施中, 部分完成, 驗證中, 審查中, 已開始, 正在進行, 着手済み, 検討中, 調査中, 設計中, レビュー待ち, 確認待ち, 承認待ち",
    ),
    (
        Status::Blocked,
        "bloqueado por, bloqueada por, a la espera, a la espera de, esperando, esperando a, en pausa temporal, parado por, pausado temporalmente, aguardando, bloqueada, pausada, travado, travada, suspenso, suspensa, em pausa",
    ),
    (
        Status::Blocked,
        "bloqué par, bloquée par, mis en pause, mise en pause, en suspens, gelé, gelée, ruhend, gesperrt, auf eis, wartet auf, wartend auf, hängt, in wartestellung, in attesa di, in sospeso, wacht op, on hold, oczekuje na, ждёт, ждет, заблокированы",
    ),
    (
        Status::Blocked,
        "заблоковано, призупинено, на паузі, engellendi, bloke, askıda, durduruldu, bị chặn, tạm dừng, bị hoãn, terblokir, tertunda, ditahan, 블록됨, 블로킹, 막혀 있음, 대기(차단), 홀드, 홀딩, 卡住, 阻塞中, 已挂起, 已搁置, 受阻中, 等待外部, 卡關, 暫緩",
    ),
    (
        Status::Done,
        "logrado, lograda, alcanzado, alcanzada, aplicado, aplicada, corregido, corregida, validado, validada, aprobado y cerrado, en producción, liberado, liberada, lanzado, lanzada, desplegada, solucionado, solucionada, integrado, integrada, verificada, cubierto",
    ),
    (
        Status::Done,
        "entregues, implementado, implementada, corrigido, corrigida, validado, validada, aplicado, aplicada, em produção, lançada, publicado, publicada, liberado, liberada, atendido, atendida, alcançado, alcançada, integrado, verificado, verificada, completo, completa, completado",
    ),
    (
        Status::Done,
        "réussi, réussie, atteint, atteinte, corrigé, corrigée, intégré, intégrée, déployée, en production, mergé, fusionné, effectué, effectuée, opérationnel, opérationnelle, traité, traitée, soldé, soldée, en prod, acquis",
    ),
    (
        Status::Done,
        "erreicht, geschafft, behoben, gemerged, ausgeliefert, live gegangen, in produktion, produktiv, integriert, verifiziert, getestet, bestanden, beendet, realisiert, eingeführt, ist fertig, komplett",
    ),
    (
        Status::Done,
        "raggiunto, raggiunta, in produzione, integrato, verificato, corretto, eseguito, eseguita, behaald, uitgevoerd, in productie, getest, gerealiseerd, naprawione, wdrożony, opublikowane, zaimplementowane, osiągnięte, сделаны, готовы, внедрено, закончено, достигнуто, принято, проверено, решён",
    ),
    (
        Status::Done,
        "виконано, завершено, зроблено, готово, закрито, реалізовано, виправлено, опубліковано, tamamlandı, tamamlanan, tamam, bitti, yapıldı, çözüldü, yayınlandı, kapatıldı, teslim edildi, uygulandı",
    ),
    (
        Status::Done,
        "hoàn thành, đã hoàn thành, đã xong, xong, đã làm, hoàn tất, đã triển khai, đã đóng, đã phát hành, selesai, sudah selesai, rampung, tuntas, sudah, telah selesai, dirilis",
    ),
    (
        Status::Done,
        "완료함, 수정 완료, 적용 완료, 작성 완료, 설계 완료, 테스트 완료, 적용됨, 반영됨, 반영 완료, 출시, 출시됨, 구현됨, 구현 완료됨, 개발완료, 구현완료, 배포완료, 작업완료, 처리 완료, 처리됨, 완료했음, 달성, 달성됨, 머지됨, 통과",
    ),
    (
        Status::Done,
        "已修, 已修复, 已修復, 已处理, 已處理, 已上线, 已做, 已搞定, 搞定, 已验证, 已通过, 通过, 已部署, 已落地, 已达成, 达成, 已结项, 完工, 已竣工, 全部完成, 完成了, 做完, 已合入, 已集成, 已测试, 已驗收, 已驗證, 已通過, 已部署, 已達成, 已實作, 實作完成, 開發完成, 开发完成, 设计完成, 测试完成, 测试通过, 修复完成, 已交付, 已合併, リリース済, 完了済み, 修正済み, 達成, 確認済み, 実施済み, 作成済み",
    ),
    (
        Status::Dropped,
        "desestimado, desestimada, eliminado, eliminada, fuera de alcance, diferido, diferida, postergado, postergada, deprecado, deprecada, no aplica, reemplazada, archivada, anulado, anulada, suspendido definitivamente",
    ),
    (
        Status::Dropped,
        "descontinuado, descontinuada, removido, removida, fora de escopo, fora do escopo, postergado, postergada, não será feito, substituída, arquivada, obsoleto, anulado, suspenso definitivamente",
    ),
    (
        Status::Dropped,
        "supprimé, supprimée, hors périmètre, hors scope, différé, différée, repoussé, repoussée, décalé, décalée, écarté, écartée, obsolète, dépriorisé, annulés, sans suite",
    ),
    (
        Status::Dropped,
        "nicht umgesetzt, wird nicht umgesetzt, zurückgezogen, fallen gelassen, außerhalb des umfangs, obsolet, nicht mehr nötig, entfernt, vertagt, fuori ambito, eliminato, buiten scope, niet meer nodig, skreślone, wycofane, отменены, не будет сделано, не актуально, неактуально",
    ),
    (
        Status::Dropped,
        "скасовано, відхилено, відкладено, iptal, iptal edildi, reddedildi, ertelendi, vazgeçildi, đã hủy, hủy, hủy bỏ, bị từ chối, hoãn lại, dibatalkan, batal, ditolak, ditunda, 철회, 반려, 폐지, 삭제됨, 보류(연기), 범위 제외, 미진행 결정, 不做, 不再做, 已删除, 已移除, 已撤销, 撤销, 已撤回, 已作废, 已推遲, 不实施, 不需要, 无需处理, 已暫停, 已推迟, 不採用, 已刪除, 已撤銷, 已延後, 取りやめ, 中止済み, 延期済み, 保留解除, 不要",
    ),
];
