import type { LanguageSigns } from './sign.js';

export const spanish: LanguageSigns = {
  done: /(?:enviad[oa]|presentad[oa]|registrad[oa]|recibid[oa]) (?:con éxito|correctamente|satisfactoriamente)|(?:denuncia|reclamación|solicitud|queja|notificación|reporte|formulario) (?:ha sido|fue|se ha|se) (?:enviad[oa]|recibid[oa]|registrad[oa]|presentad[oa]|envió|recibió)|hemos recibido (?:tu|su)|gracias por (?:tu|su|enviar|denunciar)/i,
  words: {
    suspended:
      /(?:cuenta|acceso|membresía)\b[^.!?]{0,30}(?:ha sido |está |fue |se encuentra )(?:temporalmente )?(?:suspendid|deshabilitad|desactivad|revocad|bloquead|inhabilitad|cancelad)[oa]/i,
    'region-blocked':
      /no (?:está |se encuentra |es )?(?:disponible|accesible|permitid[oa]) (?:en|desde|para) (?:tu|su) (?:país|región|ubicación|zona)/i,
    'address-blocked':
      /(?:dirección )?IP\b[^.!?]{0,30}(?:bloquead|prohibid|denegad|vetad)[oa]|tráfico inusual[^.!?]{0,40}red|(?:VPN|proxy)\b[^.!?]{0,30}(?:no (?:se )?permit|detectad|desactiv)/i,
    'code-undelivered':
      /código (?:de (?:verificación|seguridad|confirmación)|SMS|por SMS)\b[^.!?]{0,30}(?:no (?:se )?(?:pudo|ha podido|fue|llegó|ha llegado|recibido)|nunca llegó)|no (?:he |hemos )?(?:recib|lleg)[a-zíó]{1,6} (?:el|ningún|un) (?:código|SMS)/i,
    'captcha-broken':
      /captcha[^.!?]{0,40}no (?:se )?(?:carga|pudo cargar|puede cargar|muestra|funciona|aparece|puede resolver)/i,
    'session-lost':
      /sesión\b[^.!?]{0,25}(?:ha |está )?(?:expirad[oa]|expiró|caducad[oa]|caducó|finalizó|finalizad[oa]|no es válida|vencid[oa]|venció)|inactividad[^.!?]{0,20}(?:cerrad|desconect)/i,
    'too-many-items':
      /demasiad[oa]s (?:enlaces|URL|URLs|productos|artículos|publicaciones|anuncios|direcciones)|(?:más de|máximo(?: de)?|hasta) \d{1,5} (?:enlaces|URLs?|productos|artículos|publicaciones|anuncios)[^.!?]{0,25}(?:permit|a la vez|por (?:denuncia|envío|solicitud))/i,
    'rate-limited':
      /demasiad[oa]s (?:solicitudes|peticiones|intentos|denuncias|envíos|consultas)|(?:límite|cuota|cupo)\b[^.!?]{0,30}(?:alcanzad|superad|excedid|agotad)[oa]|(?:alcanzado|superado|excedido) (?:el|su|tu) (?:límite|cupo)|demasiado (?:rápido|a menudo|seguido)/i,
    captcha:
      /(?:complet[ea]|resuelv[ae]|introduzca|introduce|ingres[ea]|escrib[ae])[^.!?]{0,15}captcha|captcha[^.!?]{0,20}(?:incorrecto|inválido|no válido|caducado|obligatorio|requerido|erróneo)|(?:confirm[ae]|demuestr[ae]|verifi(?:ca|que)) que (?:no (?:eres|es) un robot|(?:eres|es) (?:humano|una persona))|(?:introduzca|ingrese|escriba) los caracteres/i,
    'account-unverified':
      /(?:cuenta|identidad|empresa)\b[^.!?]{0,25}(?:no (?:está|ha sido|se ha)|aún no|todavía no)[^.!?]{0,10}(?:verificad|validad|confirmad)[oa]|verifi(?:ca|que) (?:primero )?(?:tu|su) (?:cuenta|identidad)/i,
    'document-pending':
      /(?:marca|patente|derecho|certificado|documento|título)\b[^.!?]{0,30}(?:pendiente de (?:verificación|validación|revisión|aprobación)|en (?:proceso de )?revisión|aún no (?:verificad|validad)[oa])/i,
    'file-too-large':
      /(?:archivo|fichero|adjunto|imagen|documento|foto)\b[^.!?]{0,25}(?:demasiado (?:grande|pesad[oa])|(?<!no )(?:excede|supera|sobrepasa))|tamaño máximo[^.!?]{0,20}(?:superado|excedido)/i,
    'file-type':
      /(?:tipo|formato|extensión) (?:de |del )?(?:archivo|fichero|adjunto|documento|imagen)?[^.!?]{0,20}(?:no (?:está |es )?(?:permitid[oa]|admitid[oa]|compatible|soportad[oa]|válid[oa]|aceptad[oa])|inválid[oa])/i,
    'no-option':
      /(?:ninguna|no hay) (?:opción|opciones|categoría|respuesta)\b[^.!?]{0,25}(?:corresponde|adecuada|se ajusta|encaja|aplica)/i,
    'invalid-input':
      /(?:número de (?:registro|marca|patente|teléfono|solicitud|certificado|expediente)|código postal|correo(?: electrónico)?|formato|URL|enlace|valor|campo)\b[^.!?]{0,25}(?:no (?:es |son )?válid[oa]|inválid[oa]|incorrect[oa]|erróne[oa])|(?:introduzca|ingrese|introduce|ingresa|escriba) un[oa]? [^.!?]{0,30}válid[oa]|caracteres (?:especiales )?(?:no permitidos|inválidos|no válidos)/i,
    'sign-in-refused':
      /(?:contraseña|credenciales|usuario o contraseña|datos de acceso)\b[^.!?]{0,25}(?:incorrect|inválid|erróne|no válid)[oa]s?|(?:inicio de sesión|autenticación) (?:ha )?(?:fallido|falló|fallida|incorrect[oa])|(?:inici[ae]|debe iniciar) sesión (?:para|primero|de nuevo)/i,
    'interface-retired':
      /(?:API|interfaz|versión)\b[^.!?]{0,30}(?:obsolet[oa]|retirad[oa]|ya no (?:está|es|se) (?:disponible|compatible|ofrece|admite))/i,
    'channel-removed':
      /(?:formulario|servicio|buzón|dirección|página|portal)\b[^.!?]{0,30}(?:ya no (?:está|se) (?:disponible|utiliza|ofrece|usa|en uso)|ha sido (?:eliminad|sustituid|reemplazad|cerrad)[oa])|ya no (?:aceptamos|se aceptan|se reciben)[^.!?]{0,20}(?:denuncias|reclamaciones|notificaciones)/i,
    unmonitored:
      /(?:buzón|dirección|correo|casilla)\b[^.!?]{0,25}no (?:está |es |se )?(?:supervisad|atendid|monitoread|revisad|monitore|atiend|le)[oae]|(?:no responda|por favor,? no respond[ae]) a este (?:correo|mensaje)/i,
    'mailbox-full': /buzón (?:está )?lleno|bandeja llena/i,
    'no-such-mailbox': /(?:destinatario|buzón|dirección)\b[^.!?]{0,15}(?:desconocid[oa]|no existe|no encontrad[oa])/i,
    'dead-link':
      /(?:página|enlace|URL|archivo|vínculo)\b[^.!?]{0,30}(?:no (?:se )?(?:encontrad[oa]|encontró|ha encontrado|encuentra|existe|disponible)|(?:está )?rot[oa]|no lleva a ninguna parte)|demasiadas redirecciones|redireccionado demasiadas veces/i,
    'timed-out':
      /tiempo (?:de (?:espera|respuesta|conexión) )?(?:ha sido |se ha )?(?:agotado|excedido|superado)|ha tardado demasiado (?:tiempo )?en responder/i,
    'no-connection':
      /no se (?:puede|pudo|ha podido)[^.!?]{0,20}(?:acceder a este sitio|conectar|establecer[^.!?]{0,20}conexión)|certificado[^.!?]{0,20}(?:caducado|inválido|no válido|expirado|vencido)|conexión (?:ha sido |fue )?(?:rechazada|rehusada|restablecida|interrumpida)/i,
    'server-failed':
      /error (?:interno )?(?:del |de )servidor|servicio (?:no (?:está )?disponible|temporalmente no disponible)|(?:en|por) mantenimiento|error (?:del sistema|de base de datos)/i,
    busy: /(?:sistema|servidor|servicio|red) (?:está )?(?:actualmente |muy )?(?:ocupad|saturad|sobrecargad|congestionad)[oa]/i,
    vague:
      /(?:ha ocurrido|se ha producido|se produjo|ocurrió) un error|error (?:desconocido|inesperado|genérico)|(?:no se (?:ha podido|pudo|puede|pueden)|no fue posible|no ha sido posible)[^.!?]{0,15}(?:enviar|procesar|guardar|completar|tramitar)|(?:inténtelo|inténtalo|intente|intenta|vuelva a intentar(?:lo)?|pruebe)[^.!?]{0,20}(?:más tarde|de nuevo|nuevamente)|código de error|algo (?:ha salido|salió) mal/i,
  },
};
